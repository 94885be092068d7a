using System.Text.Json.Serialization;
using CityMap.Geo.Analyses;
using CityMap.Geo.Layers;
using CityMap.Server.Api.Geometries;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Analyses;

/// <summary>What is to be found out: kept with the result, so that it can be found out again.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Input">Of which features.</param>
internal sealed record AnalysisOrder(AnalysisKind Kind, AnalysisSource Input)
{
    /// <summary>What people call the result; null is made from the layers.</summary>
    public LocalText? Title { get; init; }

    /// <summary>The second layer: areas, facilities, what is cut by.</summary>
    public AnalysisSource? Other { get; init; }

    /// <summary>Metres.</summary>
    public double? Distance { get; init; }

    /// <summary>One area of all.</summary>
    public bool Dissolve { get; init; }

    /// <summary>The field of numbers that is added up.</summary>
    public string? Sum { get; init; }

    /// <summary>Only what lies wholly within.</summary>
    public bool Within { get; init; }

    /// <summary>An area, WGS 84.</summary>
    [JsonConverter(typeof(GeometryConverter))]
    public Geometry? Shape { get; init; }

    /// <summary>Facilities that are only a draft.</summary>
    public IReadOnlyList<PositionView> Drafts { get; init; } = [];
}

/// <summary>Some features of a layer.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Filter">CQL2 text; null is all of it.</param>
internal sealed record AnalysisSource(string Layer, string? Filter = null);

/// <summary>What an analysis read of a layer, so that it can be told whether the layer is still the same.</summary>
/// <param name="Role"><c>input</c> or <c>other</c>.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Version">Its version; of a live layer always the same.</param>
/// <param name="Sequence">Up to which entry of the journal it was read.</param>
/// <param name="UpdatedAt">When it had last changed.</param>
/// <param name="Count">How many features were taken.</param>
internal sealed record InputMark(string Role, string Layer, long Version, long Sequence, DateTimeOffset? UpdatedAt, long Count);

/// <summary>How a layer was made: what stands in the journal beside its features, in one transaction with them.</summary>
/// <param name="Order">What was asked.</param>
/// <param name="Inputs">What was read.</param>
/// <param name="Figures">What was found.</param>
/// <param name="Meridian">The meridian of the plane, degrees east.</param>
/// <param name="LargestError">By what share lengths may be too long on it.</param>
internal sealed record AnalysisRecipe(
    AnalysisOrder Order, IReadOnlyList<InputMark> Inputs, IReadOnlyList<AnalysisFigure> Figures, double Meridian, double LargestError);
