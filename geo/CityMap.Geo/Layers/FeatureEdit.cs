using CityMap.Geo.Journal;

namespace CityMap.Geo.Layers;

/// <summary>One feature of a static layer as somebody wants it, decided on the feature as they saw it.</summary>
/// <param name="Layer">A static layer.</param>
/// <param name="Id">The feature's id.</param>
/// <param name="After">How it is from now on; null when it goes.</param>
/// <param name="Expected">The <see cref="FeatureTag"/> of the feature it was decided on; null when there was none.</param>
/// <param name="Entry">The entry of the journal that tells of it, in the stream <see cref="Stream"/>, wherever that is by now.</param>
public sealed record FeatureEdit(string Layer, string Id, Feature? After, string? Expected, NewEntry Entry)
{
    // A stream has 160 characters at most.
    private const int LongestId = 100;

    /// <summary>The caller's idempotency key, when there is one.</summary>
    public IdempotencyKey? Key { get; init; }

    /// <summary>What the caller was told (JSON), kept with the key and given again when the key comes back.</summary>
    public string? Answer { get; init; }

    /// <summary>The stream of the feature: <c>feature/{layer}/{id}</c>.</summary>
    public string Stream => StreamOf(Layer, Id);

    /// <summary>The stream in which the edits of a feature are told; of a very long id only its digest is in the name.</summary>
    public static string StreamOf(string layer, string id) => id.Length <= LongestId ? $"feature/{layer}/{id}"
        : $"feature/{layer}/sha256-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id)))}";
}
