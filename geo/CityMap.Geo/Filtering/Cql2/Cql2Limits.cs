namespace CityMap.Geo.Filtering.Cql2;

/// <summary>How large a filter may be. What is larger is refused before it costs anything.</summary>
public static class Cql2Limits
{
    /// <summary>Bytes of its text or JSON, UTF-8.</summary>
    public const int Bytes = 4096;

    /// <summary>How deep parts may lie within parts.</summary>
    public const int Depth = 32;

    /// <summary>Operators, functions, names and literals in all.</summary>
    public const int Nodes = 200;

    /// <summary>Positions of its shapes in all.</summary>
    public const int Vertices = 1000;

    /// <summary>How long a store may work on a filtered query before it is stopped.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromSeconds(2);
}
