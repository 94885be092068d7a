using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Incidents;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Incidents.Export;

/// <summary>The columns of a table of incidents, with the names the layer's fields have everywhere.</summary>
internal static class ExportColumns
{
    private static readonly LocalText _yes = new("Có", "Yes");
    private static readonly LocalText _no = new("Không", "No");

    // Vietnam keeps one offset the whole year, and has since 1975.
    private static readonly TimeSpan _wallClock = TimeSpan.FromHours(7);

    /// <summary>All columns, in order.</summary>
    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        new(new("Mã", "Id"), 38, static (f, _) => f.Id),
        Field("type", 22, static (value, c) => IncidentTypes.Find((string)value) is { } type ? c.In(type.Title) : value),
        Field("title", 44),
        Field("severity", 9),
        Field("state", 18, static (value, c) => IncidentStates.Find((string)value) is { } state ? c.In(IncidentStates.All[(int)state].Title) : value),
        new(new("Quá hạn", "Overdue"), 9, static (f, c) => c.In(f["open"] is true && f["due_at"] is DateTimeOffset due && due < c.Moment ? _yes : _no)),
        Field("acknowledged", 10, Flag),
        Field("district", 24, static (value, c) => c.DistrictName((string)value)),
        Field("address", 40),
        Field("agency", 28),
        Field("occurred_at", 17, Time),
        Field("recorded_at", 17, Time),
        Field("updated_at", 17, Time),
        Field("due_at", 17, Time),
        Field("closed_at", 17, Time),
        Field("exercise", 10, Flag),
        new(new("Kinh độ", "Longitude"), 12, static (f, _) => f.Geometry is Point { IsEmpty: false } at ? Math.Round(at.X, 7) : null),
        new(new("Vĩ độ", "Latitude"), 12, static (f, _) => f.Geometry is Point { IsEmpty: false } at ? Math.Round(at.Y, 7) : null),
        Field("description", 60),
    ];

    private static ExportColumn Field(string name, int width, Func<object, ExportContext, object?>? show = null)
    {
        var title = IncidentLayer.Incidents.Fields.Single(field => field.Name == name).Title;
        return new(title, width, (feature, context) => feature[name] is { } value ? show is null ? value : show(value, context) : null);
    }

    private static string Flag(object value, ExportContext context) => context.In(value is true ? _yes : _no);

    private static object Time(object value, ExportContext context) => ((DateTimeOffset)value).ToOffset(_wallClock).DateTime;
}
