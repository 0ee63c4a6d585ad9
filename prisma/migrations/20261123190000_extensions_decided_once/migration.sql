-- A request for extension is undecided, or wholly decided; what lapsed was decided by nobody.
ALTER TABLE "extension" ADD CONSTRAINT "extension_decision_check"
    CHECK ("decision" IN ('approved', 'rejected', 'lapsed'));
ALTER TABLE "extension" ADD CONSTRAINT "extension_decided_check" CHECK (
    ("decision" IS NULL) = ("decided_at" IS NULL)
    AND ("decided_due_on" IS NOT NULL) = ("decision" IS NOT DISTINCT FROM 'approved')
    AND ("decided_by_id" IS NOT NULL) = COALESCE("decision" IN ('approved', 'rejected'), FALSE)
    AND "decided_at" >= "requested_at");

-- One waits at a time, whoever comes first; and by it the few that wait are found among all.
CREATE UNIQUE INDEX "extension_pending_key" ON "extension" ("assignment_id")
    WHERE "decided_at" IS NULL;

-- Asked about a past instant, what was decided is read the same for ever.
CREATE TRIGGER "extension_decided_stays" BEFORE UPDATE ON "extension"
    FOR EACH ROW WHEN (OLD."decided_at" IS NOT NULL) EXECUTE FUNCTION refuse_change();
ALTER TABLE "extension" ENABLE ALWAYS TRIGGER "extension_decided_stays";
CREATE TRIGGER "extension_stays" BEFORE DELETE OR TRUNCATE ON "extension"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "extension" ENABLE ALWAYS TRIGGER "extension_stays";
