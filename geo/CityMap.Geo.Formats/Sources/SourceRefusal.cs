using CityMap.Geo.Coordinates;

namespace CityMap.Geo.Formats.Sources;

/// <summary>A whole file that cannot be read; the message is one sentence that says why and what would be right.</summary>
/// <param name="code"><c>import_failed</c>, or a name of its own such as <c>crs_needed</c>, <c>archive_refused</c>, <c>unknown_format</c>.</param>
/// <param name="message">For a person.</param>
/// <param name="inner">What was thrown beneath.</param>
public sealed class SourceRefusal(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The kind of refusal.</summary>
    public string Code { get; } = code;

    /// <summary>The coordinate systems the numbers could be in, when that is what is missing.</summary>
    public IReadOnlyList<CrsCandidate> Candidates { get; init; } = [];
}
