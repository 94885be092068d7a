using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Analyses;

/// <summary>
/// What of a layer lies within a distance of facilities and what lies beyond: metres of streets, square metres of areas, points. With drafts it is told, too,
/// what they would add. A distance is as the crow flies, not along streets.
/// </summary>
public static class CoverageAnalysis
{
    /// <summary>Runs it.</summary>
    /// <param name="input">What is to be reached.</param>
    /// <param name="facilities">From where.</param>
    /// <param name="drafts">Places where there is nothing yet; empty for the coverage as it is.</param>
    /// <param name="distance">Metres, above 0.</param>
    /// <param name="grid">The plane.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static AnalysisOutcome Run(
        AnalysisInput input, AnalysisInput facilities, IReadOnlyList<LonLat> drafts, double distance, LocalGrid grid, CancellationToken cancellationToken)
    {
        var there = new Reach(facilities.On(grid, cancellationToken).Select(one => one.Shape), distance);
        var planned = new Reach(drafts.Select(place => grid.ToPlane(Ground.CreatePoint(new Coordinate(place.Lon, place.Lat)))), distance);
        var kind = Measure.KindOf(input);
        var fields = new OutcomeFields(input.Layer.Fields);
        var (status, source, much) = (fields.Add("coverage", FieldType.Text, "Độ phủ", "Coverage"), fields.Add("source_id", FieldType.Text, "Mã gốc", "Source id"), fields.AddMeasure(kind));
        var sums = new Dictionary<string, double> { [CoverageStatus.Covered] = 0, [CoverageStatus.Gained] = 0, [CoverageStatus.Beyond] = 0 };
        var features = new List<Feature>();
        foreach (var (feature, shape) in input.On(grid, cancellationToken))
        {
            var (within, rest) = there.Cut(shape);
            var (gained, beyond) = drafts.Count > 0 && !rest.IsEmpty ? planned.Cut(rest) : (rest.Factory.CreateEmpty(rest.Dimension), rest);
            Add(CoverageStatus.Covered, within);
            Add(CoverageStatus.Gained, gained);
            Add(CoverageStatus.Beyond, beyond);

            void Add(string what, Geometry piece)
            {
                if (Measure.Only(Measure.KindOf(shape), piece) is not { } kept) return;
                var size = Measure.Of(kind, kept);
                sums[what] += size;
                var values = OutcomeFields.Values(feature, (status, what), (source, feature.Id), (much, Measure.Round(size)));
                features.Add(new((features.Count + 1).ToString(CultureInfo.InvariantCulture), grid.ToGround(kept), values));
            }
        }

        return new(kind, fields.All, features, Figures(sums, drafts.Count > 0, Measure.UnitOf(kind)), OutcomeStyles.Coverage(kind, status, drafts.Count > 0));
    }

    private static readonly GeometryFactory Ground = new(new PrecisionModel(), 4326);

    private static IReadOnlyList<AnalysisFigure> Figures(Dictionary<string, double> sums, bool drafts, string? unit)
    {
        var (total, covered, gained) = (sums.Values.Sum(), sums[CoverageStatus.Covered], sums[CoverageStatus.Gained]);
        AnalysisFigure[] before = [new("total", Measure.Round(total), unit), new("covered", Measure.Round(covered), unit), new("coveredShare", Share(covered), "%")];
        AnalysisFigure[] after = drafts ? [new("gained", Measure.Round(gained), unit), new("afterShare", Share(covered + gained), "%")] : [];
        return [.. before, .. after, new("beyond", Measure.Round(sums[CoverageStatus.Beyond]), unit)];

        double Share(double part) => total > 0 ? Math.Round(100 * part / total, 2) : 0;
    }
}
