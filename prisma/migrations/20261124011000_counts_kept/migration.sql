-- What statistics of now are answered from, without a look at the assignments themselves: every
-- change of what is counted as a row, and what the settled rows came to by each dimension.

-- CreateTable
CREATE TABLE "assignment_count_change" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "unit_id" UUID NOT NULL,
    "directed_by_id" UUID NOT NULL,
    "drafted_by_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "effective_due_on" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "timeliness" TEXT,
    "extended" BOOLEAN NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "assignment_count_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_count" (
    "dimension" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "returned" INTEGER NOT NULL,
    "not_received" INTEGER NOT NULL,
    "extended" INTEGER NOT NULL,

    CONSTRAINT "assignment_count_pkey" PRIMARY KEY ("dimension","audience","key","class")
);

-- CreateTable
CREATE TABLE "assignment_count_due" (
    "dimension" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "returned" INTEGER NOT NULL,
    "not_received" INTEGER NOT NULL,
    "extended" INTEGER NOT NULL,

    CONSTRAINT "assignment_count_due_pkey" PRIMARY KEY ("dimension","audience","due_on","key")
);

-- CreateTable
CREATE TABLE "assignment_count_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "folded_to" TIMESTAMPTZ(3) NOT NULL,
    "due_before" DATE NOT NULL,

    CONSTRAINT "assignment_count_state_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "assignment_count_state" ADD CONSTRAINT "assignment_count_state_one_check" CHECK ("id" = 1);
INSERT INTO "assignment_count_state" ("folded_to", "due_before") VALUES ('-infinity', '-infinity');

-- Whatever way a stretch comes about or changes, it is counted in the same transaction: from its
-- beginning, and from its end no more. What lies before the instant up to which counts were folded
-- is dated by that instant: no question about an earlier one is answered from here, and what begins
-- and ends before it leaves nothing at all.
CREATE FUNCTION keep_assignment_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    folded_to timestamptz := (SELECT s.folded_to FROM assignment_count_state s);
    side int := CASE TG_OP WHEN 'DELETE' THEN -1 ELSE 1 END;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO assignment_count_change (at, unit_id, directed_by_id, drafted_by_id, kind,
            visibility, issued_on, effective_due_on, state, timeliness, extended, count)
        SELECT c.at, s.unit_id, s.directed_by_id, s.drafted_by_id, s.kind,
               s.visibility, s.issued_on, s.effective_due_on, s.state, s.timeliness, s.extended, sum(c.count)
          FROM (SELECT 1 AS sign, * FROM stretch UNION ALL SELECT -1, * FROM former) s
         CROSS JOIN LATERAL (VALUES (GREATEST(s.valid_from, folded_to), s.sign),
              (CASE WHEN s.valid_to IS NOT NULL THEN GREATEST(s.valid_to, folded_to) END, -s.sign)
            ) AS c(at, count)
         WHERE s.role = 'lead' AND s.state <> 'withdrawn' AND c.at IS NOT NULL
         GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
        HAVING sum(c.count) <> 0;
    ELSE
        INSERT INTO assignment_count_change (at, unit_id, directed_by_id, drafted_by_id, kind,
            visibility, issued_on, effective_due_on, state, timeliness, extended, count)
        SELECT c.at, s.unit_id, s.directed_by_id, s.drafted_by_id, s.kind,
               s.visibility, s.issued_on, s.effective_due_on, s.state, s.timeliness, s.extended, sum(c.count)
          FROM (SELECT side AS sign, * FROM stretch) s
         CROSS JOIN LATERAL (VALUES (GREATEST(s.valid_from, folded_to), s.sign),
              (CASE WHEN s.valid_to IS NOT NULL THEN GREATEST(s.valid_to, folded_to) END, -s.sign)
            ) AS c(at, count)
         WHERE s.role = 'lead' AND s.state <> 'withdrawn' AND c.at IS NOT NULL
         GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
        HAVING sum(c.count) <> 0;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER "assignment_period_insert_counted" AFTER INSERT ON "assignment_period"
    REFERENCING NEW TABLE AS stretch
    FOR EACH STATEMENT EXECUTE FUNCTION keep_assignment_counts();
CREATE TRIGGER "assignment_period_update_counted" AFTER UPDATE ON "assignment_period"
    REFERENCING NEW TABLE AS stretch OLD TABLE AS former
    FOR EACH STATEMENT EXECUTE FUNCTION keep_assignment_counts();
CREATE TRIGGER "assignment_period_delete_counted" AFTER DELETE ON "assignment_period"
    REFERENCING OLD TABLE AS stretch
    FOR EACH STATEMENT EXECUTE FUNCTION keep_assignment_counts();

-- Begins to keep counts anew, from the stretches themselves. Nobody writes any meanwhile.
CREATE FUNCTION recount_assignments() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(1668248942, 0);
    LOCK TABLE assignment_period IN SHARE MODE;
    DELETE FROM assignment_count;
    DELETE FROM assignment_count_due;
    DELETE FROM assignment_count_change;
    UPDATE assignment_count_state SET due_before = '-infinity', folded_to = (
        SELECT COALESCE(GREATEST(max(valid_from), max(valid_to)), '-infinity') FROM assignment_period);
    INSERT INTO assignment_count_change (at, unit_id, directed_by_id, drafted_by_id, kind,
        visibility, issued_on, effective_due_on, state, timeliness, extended, count)
    SELECT f.folded_to, s.unit_id, s.directed_by_id, s.drafted_by_id, s.kind,
           s.visibility, s.issued_on, s.effective_due_on, s.state, s.timeliness, s.extended, count(*)
      FROM assignment_period s CROSS JOIN assignment_count_state f
     WHERE s.valid_to IS NULL AND s.role = 'lead' AND s.state <> 'withdrawn'
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;
END
$$;
SELECT recount_assignments();

CREATE FUNCTION recount_truncated_assignments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM recount_assignments();
    RETURN NULL;
END
$$;
CREATE TRIGGER "assignment_period_truncate_counted" AFTER TRUNCATE ON "assignment_period"
    FOR EACH STATEMENT EXECUTE FUNCTION recount_truncated_assignments();
