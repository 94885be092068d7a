using CityMap.Geo.Coordinates;
using CityMap.Geo.Indexing;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CsCheck;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Indexing;

public sealed class LiveIndexLaws
{
    private static readonly Gen<(Feature[] Start, (Feature Feature, bool Gone)[][] Steps, FeatureQuery[] Queries)> Stories =
        from uuids in Gen.Bool
        from points in Gen.Bool
        let feature = SomeLayer.Feature(uuids ? SomeLayer.Uuids(400) : SomeLayer.Names(400), points)
        from start in feature.Array[0, 400]
        from steps in Gen.Select(feature, Gen.Int[0, 3].Select(n => n == 0)).Array[0, 20].Array[0, 30]
        from queries in SomeQueries.Any.Array[1, 6]
        select (start, steps, queries);

    [Fact]
    public async Task It_answers_as_a_dictionary_would_after_any_changes() => await Stories.SampleAsync(
        async story =>
        {
            var model = new Dictionary<string, Feature>();
            foreach (var f in story.Start) model[f.Id] = f;
            var index = LiveIndex.Build(SomeLayer.Info, [.. model.Values], 1);
            var sequence = 1L;
            foreach (var step in story.Steps)
            {
                foreach (var (feature, gone) in step)
                {
                    if (gone) model.Remove(feature.Id);
                    else model[feature.Id] = feature;
                }

                index.Apply([.. step.Select(s => new FeatureChange("things", s.Feature.Id, s.Gone ? null : s.Feature))], ++sequence);
                Assert.Equal(model.Count, index.Current.Total);
            }

            foreach (var query in story.Queries) SameAnswers(model, index.Current, query);
            await index.SettleAsync(CancellationToken.None);
            foreach (var query in story.Queries) SameAnswers(model, index.Current, query);
            foreach (var f in model.Values) Same(f, index.Current.Find(f.Id)!);
            SameExtent(model.Values, index.Current.Extent());
        },
        iter: 150);

    private static void SameExtent(IEnumerable<Feature> model, Bounds? extent)
    {
        var box = new Envelope();
        foreach (var feature in model)
        {
            if (feature.Geometry is { IsEmpty: false } shape) box.ExpandToInclude(shape.EnvelopeInternal);
        }

        Assert.Equal(box.IsNull ? null : new Bounds(box.MinX, box.MinY, box.MaxX, box.MaxY), extent);
    }

    private static void SameAnswers(Dictionary<string, Feature> model, LiveSnapshot snapshot, FeatureQuery query)
    {
        var expected = SomeQueries.Ordered(SomeQueries.Matches(model.Values, query), query);
        Assert.Equal(expected.Count, snapshot.CountMatches(query));
        Assert.Equal(expected.Select(f => f.Id).Order(), snapshot.Stream(query).Select(f => f.Id).Order());
        var (read, after) = (new List<Feature>(), (string?)null);
        do
        {
            var page = snapshot.Query(query with { After = after });
            Assert.Equal(expected.Count, page.NumberMatched);
            read.AddRange(page.Features);
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(expected.Select(f => f.Id), read.Select(f => f.Id));
        var skipped = snapshot.Query(query with { Offset = 3 });
        Assert.Equal(expected.Skip(3).Take(query.Limit).Select(f => f.Id), skipped.Features.Select(f => f.Id));
        Assert.Equal(expected.Count > query.Limit + 3, skipped.Next is not null);
        var groups = snapshot.CountBy(query, ["district", "severity"]).Rows;
        Assert.Equal(
            expected.GroupBy(f => (f["district"], f["severity"])).ToDictionary(g => g.Key, g => g.LongCount()),
            groups.ToDictionary(g => (g.Values[0], g.Values[1]), g => g.Count));
    }

    private static void Same(Feature expected, Feature actual)
    {
        Assert.Equal(expected.Id, actual.Id);
        Assert.True(expected.Geometry is null ? actual.Geometry is null : expected.Geometry.EqualsExact(actual.Geometry));
        foreach (var field in SomeLayer.Info.Fields) Assert.Equal(expected[field.Name], actual[field.Name]);
    }
}
