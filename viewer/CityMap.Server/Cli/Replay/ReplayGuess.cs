using CityMap.Geo.Formats.Csv;

namespace CityMap.Server.Cli.Replay;

/// <summary>Fills in what a mapping leaves open from the names of the columns.</summary>
internal static class ReplayGuess
{
    private static readonly string[] Times = ["seen", "time", "datetime", "timestamp", "occurredat", "createddate", "created", "opened", "date", "thoigian", "atscenetime", "eventtime"];
    private static readonly string[] StartTimes = ["started", "start", "begintime"];
    private static readonly string[] Titles = ["title", "name", "initialtypedescription", "descript", "complainttype", "eventclearancedescription", "category", "type", "description", "tieude"];
    private static readonly string[] Types = ["type", "eventclearancegroup", "initialtypegroup", "category", "complainttype", "group", "loai"];
    private static readonly string[] Descriptions = ["descriptor", "hundredblocklocation", "address", "incidentaddress", "location"];
    private static readonly string[] Agencies = ["agencyname", "agency", "adminunit", "department", "pddistrict"];
    private static readonly string[] Ids = ["uniqueid", "uniquekey", "id", "incidntnum", "incidentid", "pdid"];
    private static readonly string[] Watches = ["percentcontained", "acresburned", "status", "resolution"];
    private static readonly string[] Lons = ["longitude", "lon", "lng", "kinhdo", "x"];
    private static readonly string[] Lats = ["latitude", "lat", "vido", "y"];

    /// <summary>The mapping with everything that could be guessed.</summary>
    public static ReplayMap Complete(ReplayMap map, IReadOnlyCollection<string> names) => map with
    {
        Lon = map.Lon ?? First(names, Lons),
        Lat = map.Lat ?? First(names, Lats),
        Time = map.Time ?? DateAndTime(names) ?? First(names, Times),
        Started = map.Started ?? First(names, StartTimes),
        Title = map.Title ?? First(names, Titles),
        Description = map.Description.Count > 0 ? map.Description : One(First(names, Descriptions)),
        Id = map.Id.Count > 0 ? map.Id : [.. Ids.Select(i => First(names, [i])).OfType<string>()],
        Event = map.Event ?? First(names, ["event"]),
        Agency = map.Agency ?? First(names, Agencies),
        Watch = map.Watch.Count > 0 ? map.Watch : [.. Watches.Select(w => First(names, [w])).OfType<string>()],
        Type = map.Type.Column is null ? map.Type with { Column = First(names, Types) } : map.Type,
    };

    private static string? First(IReadOnlyCollection<string> names, string[] known) =>
        known.SelectMany(k => names.Where(n => Leaf(n) == k).OrderBy(n => n.Length)).FirstOrDefault();

    // Some files part the day from the hour.
    private static string? DateAndTime(IReadOnlyCollection<string> names) =>
        First(names, ["date", "ngay"]) is { } date && First(names, ["time", "gio"]) is { } time ? $"{date}+{time}" : null;

    private static IReadOnlyList<string> One(string? name) => name is null ? [] : [name];

    // Dots part members of JSON, but they stand in the column names of some CSV files too: both readings are tried.
    private static string Leaf(string name)
    {
        var plain = CsvColumns.Plain(name);
        if (!name.StartsWith("incident.", StringComparison.Ordinal)) return plain;
        return CsvColumns.Plain(name["incident.".Length..]);
    }
}
