# shellcheck shell=bash
# The figures of CityMap, each against a named reference in the same run.
run_bench() {
  case " $* " in *" --help "*|*" --list "*) ;; *) need_postgis ;; esac
  build
  (cd "$root" && dotnet build tests/CityMap.Bench -c Release -v q --nologo -p:SkipWeb=true) || die "the bench does not build."
  cd "$caller"
  exec dotnet "$root/tests/CityMap.Bench/bin/Release/net10.0/CityMap.Bench.dll" "$@"
}
