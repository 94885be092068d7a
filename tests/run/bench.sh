# shellcheck shell=bash
# The figures of CityMap, each against a named reference in the same run.
run_bench() {
  case " $* " in
    *" --help "*|*" --list "*) ;;
    *)
      need_postgis
      # What some figures are measured against, or with.
      case " $* " in *" --only walk "*) ;; *) need chromium chromium; need ogr2ogr gdal-bin; need osm2pgsql osm2pgsql; need osmium osmium-tool ;; esac ;;
  esac
  build
  (cd "$root" && dotnet build tests/CityMap.Bench -c Release -v q --nologo -p:SkipWeb=true) || die "the bench does not build."
  cd "$caller"
  exec dotnet "$root/tests/CityMap.Bench/bin/Release/net10.0/CityMap.Bench.dll" "$@"
}
