-- When a report could first be counted; of those sent so far, when they were sent. The trigger that
-- keeps reports as they are is lifted for this one statement.
ALTER TABLE "report" ADD COLUMN "recorded_at" TIMESTAMPTZ(3);
ALTER TABLE "report" DISABLE TRIGGER "report_append_only";
UPDATE "report" SET "recorded_at" = "submitted_at";
ALTER TABLE "report" ENABLE ALWAYS TRIGGER "report_append_only";
ALTER TABLE "report" ALTER COLUMN "recorded_at" SET NOT NULL;

-- CreateTable
CREATE TABLE "task_former_text" (
    "task_id" UUID NOT NULL,
    "valid_to" TIMESTAMPTZ(3) NOT NULL,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "task_former_text_pkey" PRIMARY KEY ("task_id","valid_to")
);

-- CreateTable
CREATE TABLE "calendar_change" (
    "version" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "days" JSONB NOT NULL,
    "announced_year" INTEGER,
    "reason" TEXT NOT NULL,
    "document" TEXT,
    "changed_by_id" UUID,

    CONSTRAINT "calendar_change_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "settings_change" (
    "version" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "values" JSONB NOT NULL,

    CONSTRAINT "settings_change_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "monthly_report" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "drawn_up_at" TIMESTAMPTZ(3) NOT NULL,
    "drawn_up_by_id" UUID,

    CONSTRAINT "monthly_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "monthly_report_year_number_key" ON "monthly_report"("year", "number");

-- AddForeignKey
ALTER TABLE "task_former_text" ADD CONSTRAINT "task_former_text_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_change" ADD CONSTRAINT "calendar_change_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_report" ADD CONSTRAINT "monthly_report_drawn_up_by_id_fkey" FOREIGN KEY ("drawn_up_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "monthly_report" ADD CONSTRAINT "monthly_report_kind_check"
    CHECK ("kind" IN ('monthly', 'ad_hoc'));
-- A month is reported on once, whichever process comes first.
CREATE UNIQUE INDEX "monthly_report_month_key" ON "monthly_report" ("from_on", "to_on")
    WHERE "kind" = 'monthly';

-- What an instant of the past needs besides the present: the stretches that ended after it.
CREATE INDEX "assignment_period_ended_idx" ON "assignment_period" ("valid_to")
    WHERE "valid_to" IS NOT NULL;

-- Days and settings kept so far become the first changes; the history tells when each was made.
INSERT INTO "calendar_change" ("version", "recorded_at", "days", "reason")
SELECT 2, max("changed_at"),
       jsonb_agg(jsonb_build_object('date', "date"::text, 'kind', "kind", 'name', "name") ORDER BY "date"),
       string_agg(DISTINCT "reason", '; ')
  FROM "calendar_day" HAVING count(*) > 0;
INSERT INTO "settings_change" ("version", "recorded_at", "values")
SELECT 1 + row_number() OVER (ORDER BY "sequence"), "at", "after"
  FROM "event" WHERE "type" = 'settings.changed' AND "subject" = 'settings';
DROP TABLE "calendar_day";
DROP TABLE "setting";

-- Calendar, settings and drawn-up reports are added to and never changed: answers rest on them.
CREATE TRIGGER "calendar_change_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "calendar_change"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "calendar_change" ENABLE ALWAYS TRIGGER "calendar_change_append_only";
CREATE TRIGGER "settings_change_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "settings_change"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "settings_change" ENABLE ALWAYS TRIGGER "settings_change_append_only";
CREATE TRIGGER "monthly_report_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "monthly_report"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "monthly_report" ENABLE ALWAYS TRIGGER "monthly_report_append_only";
