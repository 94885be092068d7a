using System.Text.Json.Nodes;

namespace CityMap.Server.Api.Documents;

/// <summary>What OpenAPI shows of a body that is read by hand: an example that works. Endpoint metadata.</summary>
/// <param name="Description">One sentence.</param>
/// <param name="Example">A body that works, as JSON.</param>
internal sealed record BodyDocument(string Description, string Example)
{
    public static readonly BodyDocument Report = new(
        "What is wrong, how bad, and where. `footprint` (GeoJSON line or area), `occurredAt`, `exercise` and `facility` may be left out.",
        """
        {"type":"LIGHT","title":"Đèn đường hỏng","description":"Ba bóng tắt từ tối qua","severity":3,"position":{"lon":106.7605,"lat":21.8525},"exercise":false}
        """);

    public static readonly BodyDocument Command = new(
        "The command with its arguments, and the version it was decided on. Commands and arguments: "
        + string.Join("; ", Incidents.CommandMembers.Arguments.Select(c => c.Value.Length == 0 ? c.Key : $"{c.Key} ({string.Join(", ", c.Value)})")) + ".",
        """{"command":"assign","expectedVersion":2,"agency":"Công ty Điện lực Lạng Sơn"}""");

    public static readonly BodyDocument Bulk = new(
        "One command with its arguments for 1 to 500 incidents, each with the version it was decided on. Commands: "
        + string.Join(", ", Incidents.Bulk.BulkBody.Commands) + ".",
        """{"command":"acknowledge","items":[{"id":"0198f2c4-7d1e-7a3b-9c55-0a1b2c3d4e5f","expectedVersion":1}]}""");

    public static readonly BodyDocument Facility = new(
        "What it is and where; everything but kind, name and position may be left out.",
        """
        {"kind":"pump_station","name":"Trạm bơm Kỳ Cùng","nameEn":"Ky Cung pump station","position":{"lon":106.7612,"lat":21.8471},
         "limits":[{"quantity":"water_level","max":4.5,"hysteresis":0.2,"incidentType":"WATER","severity":4}]}
        """);

    public static readonly BodyDocument Status = new("How it does, and why.", """{"status":"Degraded","reason":"Một máy bơm hỏng"}""");

    public static readonly BodyDocument Capacity = new("How many it can take and how many it has; null is unknown.", """{"capacity":320,"used":290}""");

    public static readonly BodyDocument Readings = new(
        "1 to 1,000 measurements; without `at` they are of now.",
        """{"items":[{"quantity":"water_level","at":"2026-11-23T14:05:00+07:00","value":3.2}]}""");

    public static readonly BodyDocument Layer = new(
        "What is said anew; members that are left out stay, null takes back what was said.",
        """
        {"title":{"vi":"Trạm xăng","en":"Fuel stations"},"licence":"CC BY 4.0","style":{"kind":"Categorised","field":"brand","colour":"#888888",
         "classes":[{"value":"A","colour":"#c2470a"},{"value":"B","colour":"#2a6fa8"}],"label":{"field":"name","size":12,"minZoom":13}}}
        """);

    public static readonly BodyDocument NewLayer = new(
        "Title and kind of shapes (Point, Line, Polygon, Any); the id is made of the title when none is given. Types of fields: Text, Integer, Real, Boolean, Timestamp.",
        """
        {"title":{"vi":"Điểm đen giao thông","en":"Accident black spots"},"geometry":"Point",
         "fields":[{"title":{"vi":"Tên","en":"Name"},"type":"Text"},{"name":"since","title":{"vi":"Từ năm","en":"Since"},"type":"Integer"}]}
        """);

    public static readonly BodyDocument Thresholds = new(
        "All thresholds of the district; an empty list removes them.",
        """{"items":[{"type":"WATER","minSeverity":3,"count":5,"windowMinutes":60}]}""");

    public static readonly BodyDocument Handover = new(
        "Who takes over, what they should know, and how many lines of the log were read; the notes and the version may be left out.",
        """{"to":"Trần Minh, trực ban ca 3","notes":"Cầu Kỳ Cùng còn ngập, đội 2 đang ở đó.","expectedVersion":12}""");

    public static readonly BodyDocument HandoverNote = new("What to remember for the hand-over.", """{"text":"Điện lực hẹn có mặt lúc 22:00."}""");

    /// <summary>The example as a node of its own.</summary>
    public JsonNode Node() => JsonNode.Parse(Example)!;
}
