# shellcheck shell=bash
# The pictures of the documents, taken anew from the demo city.
run_pictures() {
  build
  (cd "$root" && dotnet build tests/CityMap.Bench -c Release -v q --nologo -p:SkipWeb=true) || die "the bench does not build."
  exec dotnet "$root/tests/CityMap.Bench/bin/Release/net10.0/CityMap.Bench.dll" --pictures "$root/docs/images" "$@"
}
