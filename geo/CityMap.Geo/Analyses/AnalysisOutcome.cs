using CityMap.Geo.Layers;

namespace CityMap.Geo.Analyses;

/// <summary>What comes out of an analysis: a layer, and figures about it.</summary>
/// <param name="Geometry">What shapes the features have.</param>
/// <param name="Fields">Their fields.</param>
/// <param name="Features">WGS 84, longitude first.</param>
/// <param name="Figures">In the order in which they are read.</param>
/// <param name="Style">How the layer is drawn at first.</param>
public sealed record AnalysisOutcome(
    GeometryKind Geometry, IReadOnlyList<FieldInfo> Fields, IReadOnlyList<Feature> Features, IReadOnlyList<AnalysisFigure> Figures, LayerStyle Style);

/// <summary>A number that an analysis found.</summary>
/// <param name="Name">What it is, for example <c>beyond</c>.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">UCUM: <c>m</c>, <c>m2</c>, <c>%</c>; null is a count or a sum.</param>
public sealed record AnalysisFigure(string Name, double Value, string? Unit = null);
