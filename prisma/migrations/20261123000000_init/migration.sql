-- Words without marks, anywhere in a text.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- What lists are sorted by is sorted by its codes (COLLATE "C"), the same on every machine.

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "parent_id" UUID,
    "valid_from" DATE,
    "valid_to" DATE,
    "successor_id" UUID,
    "search_text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leader" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "search_text" TEXT NOT NULL,
    "sort_key" TEXT COLLATE "C" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "leader_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "username" TEXT COLLATE "C" NOT NULL,
    "display_name" TEXT NOT NULL,
    "roles" TEXT[],
    "unit_id" UUID,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "search_text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "address" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_token" (
    "hash" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "signatures" JSONB NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "uploaded_by_id" UUID NOT NULL,

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directive" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT,
    "symbol" TEXT,
    "abstract" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "issued_time" TEXT,
    "directed_by_id" UUID NOT NULL,
    "signed_by" TEXT NOT NULL,
    "drafted_by_id" UUID NOT NULL,
    "visibility" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "entry_deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawal_reason" TEXT,
    "document_key" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "directive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "directive_file" (
    "directive_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "directive_file_pkey" PRIMARY KEY ("directive_id","file_id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "directive_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "search_text" TEXT NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "directive_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "original_due_on" DATE NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_period" (
    "assignment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "role" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "effective_due_on" DATE NOT NULL,
    "extended" BOOLEAN NOT NULL DEFAULT false,
    "received_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "timeliness" TEXT,
    "first_timeliness" TEXT,
    "days_late" INTEGER,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawal_reason" TEXT,
    "task_id" UUID NOT NULL,
    "directive_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "directed_by_id" UUID NOT NULL,
    "drafted_by_id" UUID NOT NULL,
    "issued_on" DATE NOT NULL,

    CONSTRAINT "assignment_period_pkey" PRIMARY KEY ("assignment_id","version")
);

-- CreateTable
CREATE TABLE "report" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "abstract" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "issued_time" TEXT,
    "signed_by" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "entry_deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "review_due_at" TIMESTAMPTZ(3) NOT NULL,
    "unit_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "effective_due_on" DATE NOT NULL,
    "timeliness" TEXT NOT NULL,
    "days_late" INTEGER,

    CONSTRAINT "report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_file" (
    "report_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "report_file_pkey" PRIMARY KEY ("report_id","file_id")
);

-- CreateTable
CREATE TABLE "review" (
    "report_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "comment" TEXT,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_by_id" UUID NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("report_id")
);

-- CreateTable
CREATE TABLE "extension" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "decision" TEXT,
    "decided_due_on" DATE,
    "comment" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,

    CONSTRAINT "extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "account_id" UUID,
    "role" TEXT,
    "unit_id" UUID,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "assignment_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "date" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE UNIQUE INDEX "account_username_key" ON "account"("username");

-- CreateIndex
CREATE UNIQUE INDEX "account_unit_id_key" ON "account"("unit_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "refresh_token_session_id_idx" ON "refresh_token"("session_id");

-- CreateIndex
CREATE INDEX "sign_in_failure_username_at_idx" ON "sign_in_failure"("username", "at");

-- CreateIndex
CREATE INDEX "sign_in_failure_address_at_idx" ON "sign_in_failure"("address", "at");

-- CreateIndex
CREATE INDEX "file_sha256_idx" ON "file"("sha256");

-- CreateIndex
CREATE INDEX "file_uploaded_at_idx" ON "file"("uploaded_at");

-- CreateIndex
CREATE INDEX "directive_issued_on_id_idx" ON "directive"("issued_on", "id");

-- CreateIndex
CREATE INDEX "directive_file_file_id_idx" ON "directive_file"("file_id");

-- CreateIndex
CREATE INDEX "task_search_idx" ON "task" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "task_directive_id_position_key" ON "task"("directive_id", "position");

-- CreateIndex
CREATE INDEX "assignment_task_id_idx" ON "assignment"("task_id");

-- CreateIndex
CREATE INDEX "assignment_directive_id_idx" ON "assignment"("directive_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_assignment_id_attempt_key" ON "report"("assignment_id", "attempt");

-- CreateIndex
CREATE INDEX "report_file_file_id_idx" ON "report_file"("file_id");

-- CreateIndex
CREATE INDEX "extension_assignment_id_idx" ON "extension"("assignment_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_sequence_key" ON "event"("sequence");

-- CreateIndex
CREATE INDEX "event_assignment_id_sequence_idx" ON "event"("assignment_id", "sequence");

-- CreateIndex
CREATE INDEX "event_subject_subject_id_sequence_idx" ON "event"("subject", "subject_id", "sequence");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_token" ADD CONSTRAINT "refresh_token_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive" ADD CONSTRAINT "directive_directed_by_id_fkey" FOREIGN KEY ("directed_by_id") REFERENCES "leader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive" ADD CONSTRAINT "directive_drafted_by_id_fkey" FOREIGN KEY ("drafted_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive" ADD CONSTRAINT "directive_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive_file" ADD CONSTRAINT "directive_file_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive_file" ADD CONSTRAINT "directive_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_period" ADD CONSTRAINT "assignment_period_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_period" ADD CONSTRAINT "assignment_period_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_period" ADD CONSTRAINT "assignment_period_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_period" ADD CONSTRAINT "assignment_period_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ── What Prisma cannot express ───────────────────────────────────────────────────────────────

-- Values the product knows; a row that names another is a fault, not data.
ALTER TABLE "unit" ADD CONSTRAINT "unit_type_check"
    CHECK ("type" IN ('department', 'agency', 'central_agency', 'district', 'commune', 'ward', 'other'));
ALTER TABLE "account" ADD CONSTRAINT "account_unit_check"
    CHECK (("unit_id" IS NOT NULL) = ('unit' = ANY ("roles")) AND cardinality("roles") > 0);
ALTER TABLE "directive" ADD CONSTRAINT "directive_visibility_check"
    CHECK ("visibility" IN ('public', 'metadata', 'internal'));
ALTER TABLE "directive" ADD CONSTRAINT "directive_withdrawal_check"
    CHECK (("withdrawn_at" IS NULL) = ("withdrawal_reason" IS NULL));
ALTER TABLE "assignment_period" ADD CONSTRAINT "assignment_period_state_check"
    CHECK ("state" IN ('assigned', 'received', 'submitted', 'returned', 'completed', 'withdrawn'));
ALTER TABLE "assignment_period" ADD CONSTRAINT "assignment_period_role_check"
    CHECK ("role" IN ('lead', 'support'));
ALTER TABLE "assignment_period" ADD CONSTRAINT "assignment_period_completed_check"
    CHECK ("state" <> 'completed' OR ("completed_at" IS NOT NULL AND "timeliness" IS NOT NULL));
ALTER TABLE "assignment_period" ADD CONSTRAINT "assignment_period_withdrawn_check"
    CHECK (("state" = 'withdrawn') = ("withdrawn_at" IS NOT NULL AND "withdrawal_reason" IS NOT NULL));
ALTER TABLE "assignment_period" ADD CONSTRAINT "assignment_period_range_check"
    CHECK ("valid_to" IS NULL OR "valid_to" >= "valid_from");

-- One number and symbol a year among the directives in force.
CREATE UNIQUE INDEX "directive_document_key" ON "directive" ("document_key")
    WHERE "withdrawn_at" IS NULL AND "document_key" IS NOT NULL;

-- An assignment has exactly one present, and a unit has a task once.
CREATE UNIQUE INDEX "assignment_period_present_key" ON "assignment_period" ("assignment_id")
    WHERE "valid_to" IS NULL;
CREATE UNIQUE INDEX "assignment_period_task_unit_key" ON "assignment_period" ("task_id", "unit_id")
    WHERE "valid_to" IS NULL AND "state" <> 'withdrawn';

-- The lists, in the orders they are asked for.
CREATE INDEX "assignment_period_due_idx" ON "assignment_period" ("due_on", "assignment_id")
    WHERE "valid_to" IS NULL AND "role" = 'lead';
CREATE INDEX "assignment_period_issued_idx" ON "assignment_period" ("issued_on" DESC, "assignment_id" DESC)
    WHERE "valid_to" IS NULL AND "role" = 'lead';
CREATE INDEX "assignment_period_unit_due_idx" ON "assignment_period" ("unit_id", "due_on", "assignment_id")
    WHERE "valid_to" IS NULL;
CREATE INDEX "assignment_period_directive_idx" ON "assignment_period" ("directive_id")
    WHERE "valid_to" IS NULL;
-- What the unit still owes a report for: most lists ask for it, and it stays few while the rest grows.
CREATE INDEX "assignment_period_open_idx" ON "assignment_period" ("due_on", "assignment_id")
    INCLUDE ("effective_due_on")
    WHERE "valid_to" IS NULL AND "role" = 'lead' AND "state" IN ('assigned', 'received', 'returned');
-- By when it was last reported on; what never was stands at the end, whichever way the list goes.
CREATE INDEX "assignment_period_submitted_idx" ON "assignment_period"
    (COALESCE("submitted_at", 'infinity'::timestamptz), "assignment_id")
    WHERE "valid_to" IS NULL AND "role" = 'lead';
CREATE INDEX "assignment_period_last_submitted_idx" ON "assignment_period"
    (COALESCE("submitted_at", '-infinity'::timestamptz) DESC, "assignment_id" DESC)
    WHERE "valid_to" IS NULL AND "role" = 'lead';
CREATE INDEX "assignment_period_waiting_idx" ON "assignment_period"
    (COALESCE("submitted_at", 'infinity'::timestamptz), "assignment_id")
    WHERE "valid_to" IS NULL AND "role" = 'lead' AND "state" = 'submitted';
-- What changed since an instant.
CREATE INDEX "assignment_period_changed_idx" ON "assignment_period" ("valid_from", "assignment_id")
    WHERE "valid_to" IS NULL AND "role" = 'lead';

-- History is added to and never changed, whoever asks.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "event"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "event" ENABLE ALWAYS TRIGGER "event_append_only";
CREATE TRIGGER "report_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "report"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "report" ENABLE ALWAYS TRIGGER "report_append_only";
CREATE TRIGGER "review_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "review"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "review" ENABLE ALWAYS TRIGGER "review_append_only";
