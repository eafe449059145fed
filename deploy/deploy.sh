#!/usr/bin/env bash
# Brings this checkout to a server as a new release, starts it and waits until it is ready; when it is not, the release
# before runs again. Data, keys and .env stay where they are.
#
#   deploy/deploy.sh user@host [folder]      folder: /srv/atelier unless said; it holds .env and releases/
#   READY_SECONDS=180                        how long a release may take to be ready
set -euo pipefail

if [ $# -lt 1 ] || [ "$1" = --help ]; then
  sed -n '2,7s/^# \{0,1\}//p' "$0"
  [ "${1:-}" = --help ] && exit 0 || exit 2
fi
host=$1
folder=${2:-/srv/atelier}
ready_seconds=${READY_SECONDS:-180}
release=$(date -u +%Y%m%d%H%M%S)
here=$(cd "$(dirname "$0")/.." && pwd)

on_host() { ssh "$host" bash -s -- "$folder" "$release" "$ready_seconds"; }

echo "── $release: copying to $host:$folder"
on_host <<'REMOTE'
set -euo pipefail
cd "$1"
test -f .env || { echo "$1/.env is missing: deploy/README.md says what it holds." >&2; exit 1; }
mkdir -p "releases/$2"
REMOTE
rsync -a --delete --exclude .git --exclude node_modules --exclude dist --exclude .cache --exclude .data --exclude .keys \
  --exclude '.env*' "$here/" "$host:$folder/releases/$release/"

echo "── $release: starting, and waiting until it is ready"
on_host <<'REMOTE'
set -euo pipefail
cd "$1"
release=$2 ready_seconds=$3

# Answers 0 once the server of this release says that it is ready.
start() {
  ln -sfn "releases/$1" current
  ln -sfn ../../.env "releases/$1/.env"
  (cd "releases/$1" && docker compose --project-name atelier up -d --build --remove-orphans) || return 1
  for _ in $(seq "$ready_seconds"); do
    (cd "releases/$1" && docker compose --project-name atelier exec -T app node -e \
      "fetch('http://127.0.0.1:4000/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))") \
      >/dev/null 2>&1 && return 0
    sleep 1
  done
  return 1
}

before=$(readlink current 2>/dev/null | sed 's|.*/||' || true)
if start "$release"; then
  echo "$release is ready."
  # The five newest stay, to go back to by hand.
  ls -1d releases/*/ | sort -r | tail -n +6 | xargs -r rm -rf
  exit 0
fi
echo "$release did not become ready within $ready_seconds seconds." >&2
if [ -n "$before" ] && [ "$before" != "$release" ]; then
  echo "── going back to $before" >&2
  start "$before" && echo "$before runs again." >&2 || echo "$before is not ready either." >&2
fi
exit 1
REMOTE
