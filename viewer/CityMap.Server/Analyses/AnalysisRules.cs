using CityMap.Geo.Analyses;
using CityMap.Geo.Layers;
using CityMap.Server.Api;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Analyses;

/// <summary>What each kind of analysis needs, may have, and does not know.</summary>
internal static class AnalysisRules
{
    private static readonly Dictionary<AnalysisKind, (string[] Needs, string[] May)> _members = new()
    {
        [AnalysisKind.Buffer] = (["distance"], ["dissolve"]),
        [AnalysisKind.Select] = ([], ["shape", "other", "within"]),
        [AnalysisKind.Summary] = (["other"], ["sum"]),
        [AnalysisKind.Intersect] = (["other"], []),
        [AnalysisKind.Nearest] = (["other"], []),
        [AnalysisKind.Coverage] = (["other", "distance"], []),
        [AnalysisKind.WhatIf] = (["other", "distance", "drafts"], []),
    };

    /// <summary>Checks the members of a body against its kind.</summary>
    /// <exception cref="ProblemException">One is missing, or has no meaning for the kind.</exception>
    public static void Check(AnalysisOrder order, IReadOnlySet<string> given)
    {
        var (needs, may) = _members[order.Kind];
        if (needs.FirstOrDefault(member => !given.Contains(member)) is { } missing) throw new ProblemException("missing_member", missing, $"{order.Kind} needs {missing}.", $"the member {missing}");
        string[] known = ["kind", "title", "input", .. needs, .. may];
        if (given.FirstOrDefault(member => !known.Contains(member)) is { } strange)
            throw new ProblemException(new("unknown_member", $"{order.Kind} does not know {strange}.") { Field = strange, Allowed = known });
        if (order.Kind == AnalysisKind.Select && (order.Shape is null) == (order.Other is null))
            throw new ProblemException("missing_member", "shape", "Select needs either a shape or another layer whose areas are the shapes.", "shape or other");
        if (order.Kind == AnalysisKind.WhatIf && order.Drafts.Count == 0) throw new ProblemException("missing_member", "drafts", "There is no draft to look at.", "at least one position");
    }

    /// <summary>Checks the layers against the kind.</summary>
    /// <exception cref="ProblemException">One cannot be worked on so.</exception>
    public static void Check(AnalysisOrder order, LayerInfo input, LayerInfo? other)
    {
        if (order.Kind is AnalysisKind.Summary or AnalysisKind.Intersect or AnalysisKind.Select && other is { Geometry: GeometryKind.Point or GeometryKind.Line })
            throw new ProblemException("invalid_value", "other.layer", $"The layer {other.Id} holds no areas.", "a layer of areas");
        if (order.Sum is { } sum && input.Fields.FirstOrDefault(field => field.Name == sum)?.Type is not (FieldType.Integer or FieldType.Real))
        {
            throw new ProblemException(new("invalid_value", $"The layer {input.Id} has no field of numbers {Texts.Shown(sum)}.")
            {
                Field = "sum",
                Allowed = [.. input.Fields.Where(field => field.Type is FieldType.Integer or FieldType.Real).Select(field => field.Name)],
            });
        }
    }
}
