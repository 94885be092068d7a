# shellcheck shell=bash
# The desktop viewer, where the registry has its packages; elsewhere one sentence that says which it lacks.
run_desktop() {
  local solution="$root/viewer/desktop/CityMap.Desktop.sln" log="$root/artifacts/desktop.log"
  mkdir -p "$root/artifacts"
  if ! dotnet restore "$solution" -v q --nologo >"$log" 2>&1; then
    local missing; missing="$(missing_packages "$log")"
    [ -n "$missing" ] || die "the desktop viewer's packages could not be restored; the log is artifacts/desktop.log"
    die "the desktop viewer needs packages that this machine's package registry does not have: $missing."
  fi
  if ! dotnet build "$root/viewer/desktop/CityMap.Desktop/CityMap.Desktop.csproj" -c Release --no-restore -o "$root/artifacts/desktop" -v q --nologo >"$log" 2>&1; then
    grep -E 'error' "$log" | sort -u | head -n 10 >&2 || true
    die "the desktop viewer does not build; the whole log is artifacts/desktop.log"
  fi
  cd "$caller"
  exec dotnet "$root/artifacts/desktop/CityMap.Desktop.dll" "$@"
}

# The packages a restore did not find, by name.
missing_packages() {
  { grep -oE 'Unable to find package [A-Za-z0-9.]+' "$1" || true; } | sed 's/.* //; s/\.$//' | sort -u | paste -sd, - | sed 's/,/, /g'
}
