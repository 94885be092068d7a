namespace CityMap.Geo.Layers;

/// <summary>The type of an attribute; the .NET type of its values stands beside each.</summary>
public enum FieldType
{
    /// <summary>NFC text: <see cref="string"/>.</summary>
    Text,

    /// <summary>64-bit integer: <see cref="long"/>.</summary>
    Integer,

    /// <summary>Finite number: <see cref="double"/>.</summary>
    Real,

    /// <summary>True or false: <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>An instant: <see cref="DateTimeOffset"/> in UTC, microsecond precision.</summary>
    Timestamp,
}
