-- Each event names, by its hash, the event before it in its chain. There are many chains, so that acts
-- at the same time need not wait for one another: a transaction takes one that nobody holds.

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "chain" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "position" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "hash" BYTEA NOT NULL DEFAULT decode('', 'hex');

-- CreateTable
CREATE TABLE "event_chain" (
    "chain" SERIAL NOT NULL,
    "length" BIGINT NOT NULL DEFAULT 0,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "event_chain_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "heads" JSONB NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("number")
);

-- What a chain begins with, in place of the hash of an event before its first. These functions are
-- for ever: what was hashed by them is checked by them. docs/audit.md says the same in words.
CREATE FUNCTION event_chain_start(chain integer) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT sha256(convert_to('dunghan event chain ' || chain, 'UTF8')) $$;

-- The same for the seals.
CREATE FUNCTION audit_seal_start() RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ SELECT sha256(convert_to('dunghan audit seals', 'UTF8')) $$;

-- An instant in UTC with milliseconds, whatever the session's zone and style of dates.
CREATE FUNCTION audit_instant(at timestamptz) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- Everything an event says, as one text. Not in which transaction it was written: a database that moves
-- to another server counts its transactions anew.
CREATE FUNCTION event_text(event "event") RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT jsonb_build_object(
        'id', event.id, 'sequence', event.sequence, 'at', public.audit_instant(event.at),
        'type', event.type, 'accountId', event.account_id, 'role', event.role,
        'unitId', event.unit_id, 'subject', event.subject, 'subjectId', event.subject_id,
        'assignmentId', event.assignment_id, 'before', event.before, 'after', event.after,
        'requestId', event.request_id, 'chain', event.chain, 'position', event.position)::text $$;

-- What a seal binds: the ends of the chains that grew since the seal before it.
CREATE FUNCTION audit_seal_text(seal "audit_seal") RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT jsonb_build_object(
        'number', seal.number, 'at', public.audit_instant(seal.at), 'heads', seal.heads)::text $$;

-- What is on record already becomes the first chain, in the order it was recorded. The trigger that keeps
-- events as they are is lifted for this alone.
ALTER TABLE "event" DISABLE TRIGGER "event_append_only";
DO $$
DECLARE
    recorded "event";
    last bytea := event_chain_start(1);
    place bigint := 0;
BEGIN
    FOR recorded IN SELECT * FROM "event" ORDER BY "sequence" LOOP
        place := place + 1;
        recorded.chain := 1;
        recorded.position := place;
        last := sha256(last || convert_to(event_text(recorded), 'UTF8'));
        UPDATE "event" SET "chain" = 1, "position" = place, "hash" = last WHERE "id" = recorded.id;
    END LOOP;
    IF place > 0 THEN
        INSERT INTO "event_chain" ("length", "hash") VALUES (place, last);
    END IF;
END
$$;
ALTER TABLE "event" ENABLE ALWAYS TRIGGER "event_append_only";

-- CreateIndex
CREATE UNIQUE INDEX "event_chain_position_key" ON "event"("chain", "position");

-- CreateIndex
CREATE INDEX "event_at_sequence_idx" ON "event"("at", "sequence");

-- CreateIndex
CREATE INDEX "event_account_id_at_sequence_idx" ON "event"("account_id", "at", "sequence");

ALTER TABLE "event" ADD CONSTRAINT "event_chained_check" CHECK ("position" > 0 AND length("hash") = 32);
-- Heads are rewritten in place, again and again.
ALTER TABLE "event_chain" SET (fillfactor = 20);

-- The transaction's chain, its length and its last hash are kept in a setting of the transaction: what is
-- rolled back to a savepoint takes its part of the setting, and its lock on the chain, with it.
CREATE FUNCTION chain_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held text := current_setting('dunghan.chain', true);
    head "event_chain";
BEGIN
    IF held IS NULL OR held = '' THEN
        SELECT * INTO head FROM public."event_chain"
         ORDER BY "chain" LIMIT 1 FOR UPDATE SKIP LOCKED;
        -- Nobody waits for a chain, so nobody can wait in a circle: one more begins.
        IF NOT FOUND THEN
            head."chain" := nextval(pg_get_serial_sequence('public.event_chain', 'chain'));
            head."length" := 0;
            head."hash" := public.event_chain_start(head."chain");
            INSERT INTO public."event_chain" SELECT head.*;
        END IF;
    ELSE
        head."chain" := split_part(held, ' ', 1);
        head."length" := split_part(held, ' ', 2);
        head."hash" := split_part(held, ' ', 3)::bytea;
    END IF;
    NEW."chain" := head."chain";
    NEW."position" := head."length" + 1;
    NEW."hash" := sha256(head."hash" || convert_to(public.event_text(NEW), 'UTF8'));
    PERFORM set_config('dunghan.chain', concat_ws(' ', NEW."chain", NEW."position", NEW."hash"), true);
    RETURN NEW;
END
$$;
CREATE TRIGGER "event_chained" BEFORE INSERT ON "event"
    FOR EACH ROW EXECUTE FUNCTION chain_event();

-- Once for each statement, however many events it recorded.
CREATE FUNCTION keep_chain_head() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    held text := current_setting('dunghan.chain', true);
BEGIN
    UPDATE public."event_chain"
       SET "length" = split_part(held, ' ', 2)::bigint, "hash" = split_part(held, ' ', 3)::bytea
     WHERE held <> '' AND "chain" = split_part(held, ' ', 1)::integer
       AND "length" < split_part(held, ' ', 2)::bigint;
    RETURN NULL;
END
$$;
CREATE TRIGGER "event_chain_head_kept" AFTER INSERT ON "event"
    FOR EACH STATEMENT EXECUTE FUNCTION keep_chain_head();

-- A chain only grows, and a seal stays.
CREATE FUNCTION refuse_shorter_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."chain" <> OLD."chain" OR NEW."length" <= OLD."length" THEN
        RAISE EXCEPTION 'a chain of events only grows';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "event_chain_only_grows" BEFORE UPDATE ON "event_chain"
    FOR EACH ROW EXECUTE FUNCTION refuse_shorter_chain();
ALTER TABLE "event_chain" ENABLE ALWAYS TRIGGER "event_chain_only_grows";
CREATE TRIGGER "event_chain_stays" BEFORE DELETE OR TRUNCATE ON "event_chain"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "event_chain" ENABLE ALWAYS TRIGGER "event_chain_stays";
CREATE TRIGGER "audit_seal_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_seal"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "audit_seal" ENABLE ALWAYS TRIGGER "audit_seal_append_only";
