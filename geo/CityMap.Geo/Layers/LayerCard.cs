namespace CityMap.Geo.Layers;

/// <summary>What a planner has said about a layer. It holds whatever is imported into the layer later; what is null was not said.</summary>
public sealed record LayerCard
{
    /// <summary>How often something was said; the version of the layer's stream <c>layer-card/{id}</c> in the journal.</summary>
    public long Version { get; init; }

    /// <summary>What people read instead of the title it came with.</summary>
    public LocalText? Title { get; init; }

    /// <summary>What the layer holds and what not.</summary>
    public LocalText? Description { get; init; }

    /// <summary>Who answers for the data.</summary>
    public string? Owner { get; init; }

    /// <summary>Where the data comes from.</summary>
    public string? Source { get; init; }

    /// <summary>Under what terms it may be used, for example <c>CC BY 4.0</c>.</summary>
    public string? Licence { get; init; }

    /// <summary>How often it is renewed, ISO 8601 duration.</summary>
    public string? Cadence { get; init; }

    /// <summary>Lowest zoom at which it is drawn, 0 to 22; never lower than its tiles reach.</summary>
    public int? ShownFrom { get; init; }

    /// <summary>Zoom from which on it is no longer drawn, 1 to 24.</summary>
    public int? ShownTo { get; init; }

    /// <summary>Where it lies on the map among the layers of its group, bottom first, 0 to 1000.</summary>
    public int? Order { get; init; }

    /// <summary>Whom it is meant for: <c>everyone</c> or <c>staff</c>. Kept and told; nothing is withheld by it until accounts exist.</summary>
    public string? Audience { get; init; }

    /// <summary>How it is drawn; null is plainly.</summary>
    public LayerStyle? Style { get; init; }

    /// <summary>True when it is no longer offered; its data stays.</summary>
    public bool Retired { get; init; }
}
