using System.Diagnostics;

namespace CityMap.Geo.GeoPackage.Imports;

/// <summary>The time one piece of low-priority writing may take, so that a report never waits long behind it.</summary>
internal readonly struct Piece(TimeSpan length)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    public bool IsOver => Stopwatch.GetElapsedTime(_start) >= length;
}
