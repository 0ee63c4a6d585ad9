#!/bin/sh
# Once, on an empty volume: the product's own account, which owns its database and nothing else.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres --set password="$(cat /run/secrets/database_password)" <<'SQL'
CREATE ROLE dunghan LOGIN PASSWORD :'password';
CREATE DATABASE dunghan OWNER dunghan;
REVOKE ALL ON DATABASE dunghan FROM PUBLIC;
SQL
