-- An account for the server that may read and write, but change no table and no history. Run as the
-- owner's role after each upgrade:
--   psql -v role=dunghan_run -v password=… -f runtime-role.sql postgresql://dunghan@…/dunghan
-- The first line needs CREATEROLE; where the owner has it not, an administrator makes the role.
SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', :'role', :'password')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role') \gexec
SELECT format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), :'role') \gexec

GRANT USAGE ON SCHEMA public, pgboss TO :"role";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO :"role";
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, pgboss TO :"role";
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO :"role";
-- What is only ever added to, and what only an upgrade writes.
REVOKE UPDATE, DELETE ON event, audit_seal, report, review FROM :"role";
REVOKE DELETE ON event_chain FROM :"role";
REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM :"role";
-- Folding counts frees what was folded at once; before PostgreSQL 17 only the owner may, and what the
-- server itself does from time to time must do.
SELECT format('GRANT MAINTAIN ON assignment_count_change, assignment_count, assignment_count_due,
               assignment_count_state TO %I', :'role')
 WHERE current_setting('server_version_num')::int >= 170000 \gexec
