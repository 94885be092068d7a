using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Storage;

/// <summary>What a query may ask of a layer; checked before any store touches its data.</summary>
public static class QueryRules
{
    /// <summary>The most features one page may hold.</summary>
    public const int LargestPage = 10_000;

    /// <summary>How many features may be skipped at most: whoever wants to see more goes on by token.</summary>
    public const int LargestOffset = 100_000;

    /// <summary>Checks a query against its layer.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>, with one sentence.</exception>
    public static void Check(LayerInfo layer, FeatureQuery query)
    {
        if (query.Limit is < 1 or > LargestPage) throw Bad($"The limit {query.Limit} is not between 1 and {LargestPage}.");
        if (query.Offset is < 0 or > LargestOffset) throw Bad($"The offset {query.Offset} is not between 0 and {LargestOffset}.");
        if (query.Shape is { } shape and not (Polygon or MultiPolygon)) throw Bad($"A {shape.GeometryType} is not an area.");
        _ = TypeOf(layer, query.OrderBy);
        foreach (var test in query.Where.SelectMany(test => test.Apart())) Check(TypeOf(layer, test.Field), test);
    }

    /// <summary>A query as it is asked of every version of a live layer: of no one moment, in no order, without an end.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>: it does not fit the layer, or the layer has no past.</exception>
    public static FeatureQuery OfSpans(LayerInfo layer, FeatureQuery query)
    {
        if (!layer.Live) throw Bad($"The layer {layer.Id} is static: it has no past.");
        query = query with { AsOf = null, Limit = 1, Offset = 0, OrderBy = "id", After = null };
        Check(layer, query);
        return query;
    }

    /// <summary>The filter of a query bound to its layer; null when it has none.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>: it does not fit the layer.</exception>
    public static Cql2Expression? Bind(LayerInfo layer, FeatureQuery query)
    {
        try
        {
            return query.Filter is { } filter ? Cql2Check.Bind(layer, filter) : null;
        }
        catch (Cql2Exception e)
        {
            throw new StoreException(StoreProblem.BadQuery, e.Message, e);
        }
    }

    /// <summary>The type of a field, or of <c>id</c>.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>: the layer has no such field.</exception>
    public static FieldType TypeOf(LayerInfo layer, string field) =>
        field == "id" ? FieldType.Text
        : layer.Fields.FirstOrDefault(f => f.Name == field) is { } found ? found.Type
        : throw Bad($"The layer {layer.Id} has no field {field}.");

    private static void Check(FieldType type, FieldTest test)
    {
        var (fewest, most) = test.Comparison switch
        {
            Comparison.In or Comparison.NotIn => (0, int.MaxValue),
            Comparison.IsNull or Comparison.IsNotNull => (0, 0),
            _ => (1, 1),
        };
        if (test.Values.Count < fewest || test.Values.Count > most)
        {
            throw Bad($"{test.Comparison} on {test.Field} takes {(most == 0 ? "no value" : "one value")}.");
        }

        var fits = test.Comparison switch
        {
            Comparison.ContainsText => type == FieldType.Text,
            Comparison.AtLeast or Comparison.LessThan => type != FieldType.Boolean,
            _ => true,
        };
        if (!fits) throw Bad($"{test.Comparison} cannot be asked of {test.Field}, which is {type}.");

        foreach (var value in test.Values)
        {
            if (ValueRules.FindProblem(type, value) is { } problem) throw Bad($"A value for {test.Field} {problem}.");
        }
    }

    private static StoreException Bad(string reason) => new(StoreProblem.BadQuery, reason);
}
