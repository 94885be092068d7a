# shellcheck shell=bash
# Runs every test and adds the runners up into one closing line: N passed, N failed, N skipped.
passed=0; failed=0; skipped=0

run_test() {
  if [ "${1:-}" = "--help" ]; then echo "usage: ./citymap test [PROJECT …]   for example: ./citymap test Geo Stores Web"; return 0; fi
  export CITYMAP_TESTDATA="${CITYMAP_TESTDATA:-$root/../shared/data}"
  if [ ! -d "$CITYMAP_TESTDATA" ]; then
    if [ -n "${CI:-}" ]; then die "the test data is missing: $CITYMAP_TESTDATA (set CITYMAP_TESTDATA)."; fi
    say "No test data at $CITYMAP_TESTDATA: tests on real data will be skipped (set CITYMAP_TESTDATA)."
  fi

  need_test_tools
  local log="$root/artifacts/test-logs"; mkdir -p "$log"
  say "Building …"
  build
  if ! (cd "$root" && dotnet build CityMap.sln -c Release -v q --nologo -p:SkipWeb=true) >"$log/build.log" 2>&1; then
    grep -E 'error' "$log/build.log" | sort -u | head -n 20 >&2
    failed=1; finish_tests; return
  fi

  local all=(House Geo Viewer Stores Grains Server Browser Web) name
  [ $# -gt 0 ] && all=("$@")
  case " ${all[*]} " in *" Web "*) start_web_tests "$log" ;; esac
  for name in "${all[@]}"; do
    if [ "$name" = Web ]; then finish_web_tests "$log"; else run_dotnet_tests "$name" "$log"; fi
  done
  finish_tests
}

need_test_tools() {
  need_postgis
  need chromium chromium
  need ogrinfo gdal-bin
  need pdftotext poppler-utils
  /usr/bin/python3 -c 'import owslib' 2>/dev/null || install_packages OWSLib python3-owslib
  /usr/bin/python3 -c 'import qgis.core' 2>/dev/null || install_packages QGIS python3-qgis
  need_checkers
}

# Other people's checkers of what is served: not among the console's packages, whoever only looks at the map does not wait for them.
need_checkers() {
  local at="$root/tests/conformance" log="$root/artifacts/checkers.log"
  if [ "$at/node_modules/.package-lock.json" -nt "$at/package-lock.json" ]; then return 0; fi
  say "Installing spectral …"
  mkdir -p "$root/artifacts"
  (cd "$at" && npm ci --ignore-scripts --no-audit --no-fund) >"$log" 2>&1 || { tail -n 5 "$log" >&2; die "the checkers could not be installed. Run: npm ci --ignore-scripts --prefix tests/conformance (log: $log)"; }
}

run_dotnet_tests() {
  local name="$1" log="$2/$1.log" exe="$root/tests/CityMap.$1.Tests/bin/Release/net10.0/CityMap.$1.Tests.dll"
  [ -f "$exe" ] || { say "$name: not built"; failed=$((failed + 1)); return; }
  local began=$SECONDS status=0
  (cd "$root" && dotnet exec "$exe" -noColor -longRunning 120) >"$log" 2>&1 || status=$?
  local total errors bad skip unrun
  total="$(figure Total "$log")"; errors="$(figure Errors "$log")"; bad="$(figure Failed "$log")"
  skip="$(figure Skipped "$log")"; unrun="$(figure 'Not Run' "$log")"
  local ok=$((total - bad - skip - unrun))
  bad=$((bad + errors))
  # A runner that dies before its summary has failed, whatever it had counted.
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  add_up "$name" "$ok" "$bad" "$skip" $((SECONDS - began))
  if [ "$bad" -gt 0 ]; then show_failures "$log"; fi
}

# The figure behind a name in the runner's summary line: Total: 23, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 0.246s
figure() { grep -E '^ +CityMap\.[A-Za-z.]+ +Total:' "$2" | tail -n 1 | sed -nE "s/.*$1: ([0-9]+).*/\1/p" | grep . || echo 0; }

# The page's tests need no server: they fill the gaps in which the others wait for disks and clocks.
start_web_tests() {
  local report="$1/web.json"
  local took="$1/web.seconds"
  rm -f "$report" "$took"
  {
    local began=$SECONDS status=0
    (cd "$root/viewer/web" && nice -n 10 npm run --silent check && nice -n 10 npx --no-install vitest run --reporter=json --outputFile="$report") || status=$?
    echo $((SECONDS - began)) >"$took"
    exit "$status"
  } >"$1/Web.log" 2>&1 &
  web_tests=$!
}

finish_web_tests() {
  local log="$1/Web.log" report="$1/web.json" status=0
  wait "$web_tests" || status=$?
  local ok=0 bad=0 skip=0
  if [ -f "$report" ]; then
    read -r ok bad skip < <(node -e 'const r=require(process.argv[1]);console.log(r.numPassedTests,r.numFailedTests,r.numPendingTests)' "$report")
    rm -f "$report"
  fi
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  add_up Web "$ok" "$bad" "$skip" "$(cat "$1/web.seconds")"
  rm -f "$1/web.seconds"
  if [ "$bad" -gt 0 ]; then show_failures "$log"; fi
}

add_up() {
  passed=$((passed + $2)); failed=$((failed + $3)); skipped=$((skipped + $4))
  printf '%-8s %5d passed %4d failed %4d skipped  %4d s\n' "$1" "$2" "$3" "$4" "$5"
}

show_failures() {
  say "--- $1"
  grep -nE -A 12 '\[FAIL\]|^ *(FAIL|AssertionError|error )' "$1" | head -n 120 >&2 || tail -n 40 "$1" >&2
}

finish_tests() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
