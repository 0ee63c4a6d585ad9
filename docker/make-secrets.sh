#!/bin/sh
# Makes what compose.yaml needs and nobody else may know, in ./secrets: random, and never twice.
# The certificate is self-signed, to begin with: put the site's own in its place.
set -eu
cd "$(dirname "$0")"
site="${1:?the name of the site, as in: sh make-secrets.sh dunghan.example.vn}"

umask 077
mkdir -p secrets
cd secrets

# Readable by whatever account a container has; the folder is closed to all others.
keep() { [ -e "$1" ] || { cat > "$1.new" && chmod 444 "$1.new" && mv "$1.new" "$1"; }; }
random() { openssl rand -hex "$1" | tr -d '\n'; }

random 24 | keep database-admin-password
random 24 | keep database-password
printf 'postgresql://dunghan:%s@database:5432/dunghan' "$(cat database-password)" | keep database-url
random 48 | keep jwt-secret
random 24 | keep metrics-token
printf 'GK%s' "$(random 12)" | keep files-key-id
random 32 | keep files-key
random 32 | keep files-rpc-secret
printf 'GARAGE_DEFAULT_ACCESS_KEY=%s\nGARAGE_DEFAULT_SECRET_KEY=%s\nGARAGE_DEFAULT_BUCKET=dunghan\n' \
  "$(cat files-key-id)" "$(cat files-key)" | keep files.env

if [ ! -e certificate.pem ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 825 \
    -subj "/CN=$site" -addext "subjectAltName=DNS:$site" \
    -keyout certificate.key -out certificate.pem 2> /dev/null
  chmod 444 certificate.key certificate.pem
fi
echo "In $(pwd): keep a copy where the back-ups are not."
