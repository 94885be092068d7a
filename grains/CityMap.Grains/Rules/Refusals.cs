using CityMap.Grains.Contracts;

namespace CityMap.Grains.Rules;

/// <summary>Refusals that do not depend on what was asked.</summary>
internal static class Refusals
{
    /// <summary>The key belongs to another body.</summary>
    public static Refusal KeyReused { get; } = new(RefusalCodes.KeyReused, "This idempotency key was used before with another body.")
    {
        Expected = "the same body, or a new key",
    };

    /// <summary>The store would not take it.</summary>
    public static Refusal Store(string reason) => new(RefusalCodes.StoreRefused, reason) { Expected = "a request that the store can keep" };
}
