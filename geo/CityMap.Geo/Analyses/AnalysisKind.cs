using System.Text.Json.Serialization;

namespace CityMap.Geo.Analyses;

/// <summary>What can be asked of layers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnalysisKind>))]
public enum AnalysisKind
{
    /// <summary>Everything within a distance of the features.</summary>
    Buffer,

    /// <summary>The features that meet a shape.</summary>
    Select,

    /// <summary>How many features, what sum and what length lie in each area.</summary>
    Summary,

    /// <summary>What two layers have in common.</summary>
    Intersect,

    /// <summary>For each feature the nearest of another layer.</summary>
    Nearest,

    /// <summary>What lies within a distance of facilities, and what lies beyond.</summary>
    Coverage,

    /// <summary>Coverage before and after facilities that are only a draft.</summary>
    WhatIf,
}
