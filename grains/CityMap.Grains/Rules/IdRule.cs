using CityMap.Grains.Contracts;

namespace CityMap.Grains.Rules;

/// <summary>What an id given from outside must be: it becomes part of paths, streams and file names.</summary>
internal static class IdRule
{
    private const int Max = 128;

    /// <returns>What is wrong with it, or null.</returns>
    public static Refusal? Check(string field, string? id, out string clean)
    {
        clean = "";
        if (TextRule.Optional(field, id, Max, out var text) is { } refusal) return refusal with { Code = RefusalCodes.IdMalformed };
        if (text is null || text.Contains('/', StringComparison.Ordinal) || text.Any(char.IsControl))
        {
            return new Refusal(RefusalCodes.IdMalformed, $"The {field} is not an id.")
            {
                Field = field,
                Expected = "1 to 128 characters without slashes and control characters",
            };
        }

        clean = text;
        return null;
    }
}
