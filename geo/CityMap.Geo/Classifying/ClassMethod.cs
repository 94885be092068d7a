using System.Text.Json.Serialization;

namespace CityMap.Geo.Classifying;

/// <summary>How numbers are put into classes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClassMethod>))]
public enum ClassMethod
{
    /// <summary>About as many in each class.</summary>
    Quantile,

    /// <summary>Classes of equal width.</summary>
    EqualInterval,

    /// <summary>Where the numbers part by themselves: the least variance within the classes (Fisher 1958, Jenks 1967).</summary>
    NaturalBreaks,
}
