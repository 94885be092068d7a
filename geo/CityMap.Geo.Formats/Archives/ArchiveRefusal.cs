namespace CityMap.Geo.Formats.Archives;

/// <summary>An archive that is not unpacked, and why.</summary>
public sealed class ArchiveRefusal(string reason) : Exception(reason);
