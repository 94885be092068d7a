using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityMap.Server.Api.Problems;

/// <summary>A problem document (RFC 9457): what is wrong, where, why, and what would be right.</summary>
/// <param name="Code">The problem's name, from <see cref="ProblemTable"/>.</param>
/// <param name="Detail">One sentence a person can act on.</param>
internal sealed record Problem(string Code, string Detail)
{
    /// <summary>A URI of the kind of problem.</summary>
    [JsonPropertyOrder(-4)]
    public string Type => "urn:citymap:problem:" + Code;

    /// <summary>The kind of problem in a few words.</summary>
    [JsonPropertyOrder(-3)]
    public string Title => ProblemTable.Of(Code).Title;

    /// <summary>The HTTP status.</summary>
    [JsonPropertyOrder(-2)]
    public int Status => ProblemTable.Of(Code).Status;

    /// <summary>Which member, parameter or header is wrong, as a path (<c>position.lon</c>); null when it is none of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>The values that would be right, when they can be listed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>What would be right, in words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Expected { get; init; }

    /// <summary>The incident or facility as it is now, when somebody else was first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Current { get; init; }

    /// <summary>The coordinate systems a file could be in, when one must be stated.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Imports.ImportCandidate>? Candidates { get; init; }

    /// <summary>The content codings of a body that would have been read; sent as Accept-Encoding (RFC 9110 §12.5.3).</summary>
    [JsonIgnore]
    public string? AcceptEncoding { get; init; }

    /// <summary>Seconds after which the same call may work; sent as Retry-After.</summary>
    [JsonIgnore]
    public int? RetryAfter { get; init; }
}
