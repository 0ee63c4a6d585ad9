-- AlterTable
ALTER TABLE "account" ADD COLUMN     "email" TEXT,
ADD COLUMN     "notification_choices" JSONB;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "transaction_id" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint;

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "transaction_id" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "assignment_id" UUID,
    "directive_id" UUID,
    "count" INTEGER NOT NULL DEFAULT 1,
    "facts" JSONB NOT NULL,
    "in_bell" BOOLEAN NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "by_mail" BOOLEAN NOT NULL,
    "mail_id" UUID,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL,
    "result" JSONB,
    "error" TEXT,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notification_sequence_key" ON "notification"("sequence");

-- CreateIndex
CREATE INDEX "notification_account_id_sequence_idx" ON "notification"("account_id", "sequence");

-- CreateIndex
CREATE INDEX "notification_transaction_id_sequence_idx" ON "notification"("transaction_id", "sequence");

-- CreateIndex
CREATE INDEX "notification_mail_id_idx" ON "notification"("mail_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_account_id_key_key" ON "notification"("account_id", "key");

-- CreateIndex
CREATE INDEX "mail_state_next_attempt_at_idx" ON "mail"("state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "mail_created_at_idx" ON "mail"("created_at");

-- CreateIndex
CREATE INDEX "job_run_job_started_at_idx" ON "job_run"("job", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_account_id_page_name_key" ON "saved_view"("account_id", "page", "name");

-- CreateIndex
CREATE INDEX "event_transaction_id_sequence_idx" ON "event"("transaction_id", "sequence");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The bell's count, and what waits for the next digest: few rows among all that were ever told.
CREATE INDEX "notification_unread_idx" ON "notification" ("account_id") WHERE "in_bell" AND "read_at" IS NULL;
CREATE INDEX "notification_unmailed_idx" ON "notification" ("account_id") WHERE "by_mail" AND "mail_id" IS NULL;

ALTER TABLE "notification" ADD CONSTRAINT "notification_count_check" CHECK ("count" > 0);
ALTER TABLE "mail" ADD CONSTRAINT "mail_state_check" CHECK ("state" IN ('waiting', 'sent', 'failed'));
ALTER TABLE "job_run" ADD CONSTRAINT "job_run_outcome_check" CHECK ("outcome" IN ('running', 'done', 'failed'));
