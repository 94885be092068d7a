using CityMap.Geo.Formats.Rows;

namespace CityMap.Server.Cli.Replay;

/// <summary>A file understood: its rows in the order of their times, what could not be read, and the mapping used.</summary>
internal sealed record ReplayScript(IReadOnlyList<ReplayRow> Rows, IReadOnlyList<SourceRemark> Bad, ReplayMap Map)
{
    /// <summary>Understands a file.</summary>
    /// <param name="items">What stands in it.</param>
    /// <param name="map">What is known about its columns; the rest is guessed.</param>
    /// <param name="zone">Zone of times that name none.</param>
    /// <exception cref="Hosting.UserErrorException">It holds no row, or has no column for the time or the position.</exception>
    public static ReplayScript From(IReadOnlyList<SourceItem> items, ReplayMap map, TimeZoneInfo? zone)
    {
        var source = items.OfType<SourceRow>().ToList();
        if (source.Count == 0 && !items.OfType<SourceRemark>().Any()) throw new Hosting.UserErrorException("The file holds no row, at most a header.");
        var names = source.Take(1000).SelectMany(r => r.Values.Keys).Distinct(StringComparer.Ordinal).ToList();
        map = ReplayGuess.Complete(map, names);
        if (map.Time is null) throw Missing("time", names);
        if (map.Lon is null || map.Lat is null) throw Missing("lon and lat", names);

        var times = new TimeText(zone, map.TimeFormat);
        times.Learn(source.Select(r => ReplayReader.TimeTextOf(r, map.Time)).OfType<string>());
        var reader = new ReplayReader(map, times);
        var rows = new List<ReplayRow>(source.Count);
        var bad = items.OfType<SourceRemark>().Where(r => r.Gravity != Gravity.Warning).ToList();
        foreach (var row in source)
        {
            var (read, wrong) = reader.Read(row);
            if (read is not null) rows.Add(read);
            else bad.Add(wrong!);
        }

        return new([.. rows.OrderBy(r => r.At).ThenBy(r => r.Line)], [.. bad.OrderBy(b => b.Line)], map);
    }

    /// <summary>How the file was read, for people.</summary>
    public string Describe()
    {
        var span = Rows.Count == 0 ? "" : FormattableString.Invariant($", {Rows[0].At:yyyy-MM-dd HH:mm} to {Rows[^1].At:yyyy-MM-dd HH:mm} UTC");
        return $"{Rows.Count:N0} rows{span}; {Bad.Count:N0} cannot be read.\n" +
            $"time from {Map.Time}, position from {Map.Lon} and {Map.Lat}, title from {Map.Title ?? "the type"}, type from {Map.Type.Column ?? "the title"}" +
            (Map.Id.Count > 0 ? $", same incident by {string.Join(" or ", Map.Id)}" : "") + ".";
    }

    private static Hosting.UserErrorException Missing(string what, IReadOnlyList<string> names) =>
        new($"No column for {what} was found; name it in a --map file. There are: {string.Join(", ", names.Take(40))}.");
}
