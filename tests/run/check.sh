# shellcheck shell=bash
# Formatting, analyzers (the build treats every warning as an error), and the house's own rules, dead links among them.
run_check() {
  cd "$root"
  say "Formatting …"
  dotnet restore CityMap.sln -v q --nologo
  dotnet format CityMap.sln --verify-no-changes --no-restore || die "formatting differs. Run: dotnet format CityMap.sln"
  say "Analyzers …"
  dotnet build CityMap.sln -c Release -v q --nologo -p:SkipWeb=true
  (cd viewer/web && { [ -d node_modules ] || npm ci --silent; } && npm run --silent check)
  say "House rules and links …"
  dotnet exec tests/CityMap.House.Tests/bin/Release/net10.0/CityMap.House.Tests.dll -noColor
}
