using System.Diagnostics;
using CityMap.Geo.GeoPackage.Sqlite;

namespace CityMap.Geo.GeoPackage.Imports;

/// <summary>
/// The time one piece of low-priority writing may take. It is over sooner when somebody waits for an answer, though not at
/// once: pieces of one row each would cost a disk write per row.
/// </summary>
internal readonly struct Piece(TimeSpan length, WriterQueue writer)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(2);
    private readonly long _start = Stopwatch.GetTimestamp();

    public bool IsOver => Stopwatch.GetElapsedTime(_start) is var spent && (spent >= length || (spent >= Shortest && writer.SomebodyWaits));
}
