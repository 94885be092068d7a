namespace CityMap.Grains.Contracts;

/// <summary>Why a request was not carried out, in words a person can act on. Nothing was stored.</summary>
/// <param name="Code">The named problem, one of <see cref="RefusalCodes"/>.</param>
/// <param name="Sentence">One English sentence saying what is wrong.</param>
[GenerateSerializer, Immutable, Alias("citymap.refusal")]
public sealed record Refusal([property: Id(0)] string Code, [property: Id(1)] string Sentence)
{
    /// <summary>The member of the request that is wrong, camelCase; null when it is the request as a whole.</summary>
    [Id(2)] public string? Field { get; init; }

    /// <summary>What would be taken instead: commands, type codes, values. Empty when there are too many to list; then <see cref="Expected"/> says it.</summary>
    [Id(3)] public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>What would be taken instead, as a sentence.</summary>
    [Id(4)] public string? Expected { get; init; }
}
