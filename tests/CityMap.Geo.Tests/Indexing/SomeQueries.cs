using CityMap.Geo.Coordinates;
using CityMap.Geo.Filtering;
using CityMap.Geo.Layers;
using CsCheck;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Tests.Indexing;

/// <summary>Random queries over <see cref="SomeLayer"/>, and their answers worked out the slow way.</summary>
internal static class SomeQueries
{
    private static readonly Gen<FieldTest> Test = Gen.OneOf(
        Gen.OneOf(Comparison.In, Comparison.NotIn).Select(Gen.Int[1, 5].Array[0, 3], (c, v) => new FieldTest("district", c, [.. v.Select(n => $"d{n}")])),
        Gen.OneOf(Comparison.In, Comparison.NotIn).Select(Gen.Int[1, 7].Array[0, 3], (c, v) => new FieldTest("severity", c, [.. v.Select(n => (object)(long)n)])),
        Gen.OneOf(Comparison.AtLeast, Comparison.LessThan).Select(Gen.Int[-1, 8], (c, v) => new FieldTest("severity", c, [(long)v])),
        Gen.OneOf(Comparison.AtLeast, Comparison.LessThan).Select(Gen.Int[0, 40], (c, v) => new FieldTest("due_at", c, [DateTimeOffset.UnixEpoch.AddHours(v)])),
        Gen.OneOf(Comparison.AtLeast, Comparison.LessThan, Comparison.In).Select(Gen.Int[-3, 3], (c, v) => new FieldTest("depth", c, [v / 2.0])),
        Gen.OneOf(Comparison.AtLeast, Comparison.LessThan).Select(Gen.OneOf("b", "𝄞", "Ngập"), (c, v) => new FieldTest("title", c, [v])),
        Gen.OneOf("CAY", "nước", "", "x").Select(v => new FieldTest("title", Comparison.ContainsText, [v])),
        Gen.OneOf("CAY", "d1", "", "x").Select(v => new FieldTest("title", Comparison.ContainsText, [v]) { OrIn = ["district"] }),
        Gen.Bool.Select(v => new FieldTest("open", Comparison.In, [v])),
        Gen.OneOf(Comparison.IsNull, Comparison.IsNotNull).Select(
            Gen.OneOf("title", "district", "severity", "open", "due_at", "depth"), (c, f) => new FieldTest(f, c, [])));

    private static readonly Gen<Bounds?> Within = Gen.OneOf(
        Gen.Const((Bounds?)null),
        Gen.Select(Gen.Double[-5, 5], Gen.Double[-5, 4], Gen.Double[-5, 5], Gen.Double[0, 3]).Select((w, s, e, h) => (Bounds?)new Bounds(w, s, e, s + h)));

    private static readonly Gen<Geometry?> Shape = Gen.OneOf(
        Gen.Const((Geometry?)null),
        Gen.Select(Gen.Double[-4, 4], Gen.Double[-4, 4], Gen.Double[0.2, 3]).Select((x, y, r) => (Geometry?)new Point(x, y).Buffer(r, 3)));

    private static readonly Gen<Audience> Seers = Gen.OneOf(
        Gen.Const(Audience.Everyone), Gen.Int[1, 4].Array[0, 2].Select(d => new Audience(d.Select(n => $"d{n}").ToHashSet())));

    public static Gen<FeatureQuery> Any { get; } = Gen.Select(Test.Array[0, 2], Within, Shape, Seers, Gen.OneOf("id", "title", "severity", "due_at", "depth", "open"), Gen.Bool, Gen.Int[1, 9])
        .Select((where, within, shape, audience, order, descending, limit) => new FeatureQuery(SomeLayer.Info.Id)
        {
            Where = where,
            Within = within,
            Shape = shape,
            Audience = audience,
            OrderBy = order,
            Descending = descending,
            Limit = limit,
        });

    public static List<Feature> Matches(IEnumerable<Feature> all, FeatureQuery query)
    {
        var predicate = FeaturePredicate.Of(SomeLayer.Info, query.Where, query.Audience);
        return [.. all.Where(f => predicate.Matches(f) && Meets(f, query.Within) && (query.Shape is null || (f.Geometry is { } g && query.Shape.Intersects(g))))];
    }

    public static List<Feature> Ordered(IEnumerable<Feature> some, FeatureQuery query)
    {
        object? Value(Feature f) => query.OrderBy == "id" ? f.Id : f[query.OrderBy];
        var comparer = Comparer<Feature>.Create((a, b) =>
        {
            var (x, y) = (Value(a), Value(b));
            var c = (x, y) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                (string s, string t) => Sign(TextOrder.Instance.Compare(s, t), query.Descending),
                _ => Sign(Comparer<object>.Default.Compare(x, y), query.Descending),
            };
            return c != 0 ? c : TextOrder.Instance.Compare(a.Id, b.Id);
        });
        return [.. some.Order(comparer)];
    }

    private static int Sign(int c, bool descending) => descending ? -c : c;

    private static bool Meets(Feature f, Bounds? within) => within is null
        || (f.Geometry is { } g && within.Value.Split().Any(b => GeometryFactory.Default.ToGeometry(new Envelope(b.West, b.East, b.South, b.North)).Intersects(g)));
}
