#!/usr/bin/env bash
# npm test: checks, then every test on both engines and in a real browser.
# Installs the Debian packages it lacks when it may (root), or says which ones to install.
#   test/run.sh          checks and tests
#   test/run.sh bench    the benchmarks
set -euo pipefail
cd "$(dirname "$0")/.."

# A fresh Debian has only the server package of its own release: ask for whichever version is there.
has_postgis() { ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1; }
has_chromium() { [ -n "${CHROMIUM:-}" ] || [ -x /usr/bin/chromium ]; }

missing=()
has_postgis || missing+=(postgresql postgresql-postgis)
has_chromium || missing+=(chromium)
command -v ps >/dev/null || missing+=(procps)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${missing[*]} …"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" fonts-dejavu-core >/dev/null
  else
    echo "Deze pakketten ontbreken voor de tests: ${missing[*]}" >&2
    echo "Installeer ze als beheerder: apt-get install -y ${missing[*]}" >&2
    exit 1
  fi
fi

if [ "${1:-}" = bench ]; then
  exec node --import tsx test/bench.ts "${@:2}"
fi

# Form and types are checked beside the rest: until the first tests run, a processor has little to do.
npm run --silent check &
check=$!
bash test/audit-dependencies.sh
npx vite build --logLevel warn
tests=0
# NODE_OPTIONS goes on to every process a test starts.
NODE_OPTIONS="--require $PWD/test/short-lived.cjs" npx vitest run "$@" || tests=$?
wait "$check"
exit "$tests"
