using CityMap.Geo.Layers;
using CityMap.Server.Api;
using CityMap.Server.Api.Parameters;

namespace CityMap.Server.Live;

/// <summary>A parameter of the feed and the condition it makes.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Make">The condition, or null when the request does not use the parameter.</param>
internal sealed record LiveTest(QueryParameter Parameter, Func<QueryValues, FieldTest?> Make)
{
    /// <summary>One of some words.</summary>
    public static LiveTest Words(QueryParameter<IReadOnlyList<string>> parameter, string field) =>
        new(parameter, values => values.Get(parameter) is { } words ? new(field, Comparison.In, [.. words]) : null);

    /// <summary>One of some whole numbers.</summary>
    public static LiveTest Numbers(QueryParameter<IReadOnlyList<string>> parameter, string field) => new(parameter, values =>
        values.Get(parameter) is { } words ? new(field, Comparison.In, [.. words.Select(w => (object)long.Parse(w, Texts.Plain))]) : null);

    /// <summary>True or false.</summary>
    public static LiveTest Flag(QueryParameter<bool?> parameter, string field) =>
        new(parameter, values => values.Get(parameter) is { } flag ? new(field, Comparison.In, [flag]) : null);
}
