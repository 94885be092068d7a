namespace CityMap.Geo;

/// <summary>Why a store did not do what it was asked.</summary>
public enum StoreProblem
{
    /// <summary>The store cannot be reached now; the same call may work later.</summary>
    Unavailable,

    /// <summary>Another program holds the store.</summary>
    Locked,

    /// <summary>The store was written by a newer CityMap.</summary>
    Newer,

    /// <summary>The file or database is not a CityMap store.</summary>
    NotAStore,

    /// <summary>There is no such layer.</summary>
    UnknownLayer,

    /// <summary>A layer or field contradicts what is there.</summary>
    LayerConflict,

    /// <summary>The query names what the layer does not have, or compares what cannot be compared.</summary>
    BadQuery,

    /// <summary>The query was stopped because it took too long.</summary>
    TooSlow,

    /// <summary>Features that cannot be stored (a repeated id, a value of the wrong type).</summary>
    BadFeature,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>A backup would be restored over a store that already holds something.</summary>
    NotEmpty,
}

/// <summary>A store did not do what it was asked; the message is one sentence for a person.</summary>
public sealed class StoreException(StoreProblem problem, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of problem it is.</summary>
    public StoreProblem Problem { get; } = problem;
}
