using System.Text.RegularExpressions;
using CityMap.Grains.Contracts;

namespace CityMap.Grains.Rules;

/// <summary>What the name of a measured quantity must be.</summary>
internal static partial class QuantityRule
{
    /// <returns>What is wrong with it, or null.</returns>
    public static Refusal? Check(string? quantity) => quantity is not null && Name().IsMatch(quantity)
        ? null
        : new Refusal(RefusalCodes.IdMalformed, "A quantity has a name like water_level.")
        {
            Field = "quantity",
            Expected = "a letter a-z, then a-z, 0-9 and _, at most 64 characters",
        };

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,63}\z")]
    private static partial Regex Name();
}
