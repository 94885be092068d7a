using System.Collections.Frozen;

namespace CityMap.Server.Api.Problems;

/// <summary>The one table from named problems to status codes.</summary>
internal static class ProblemTable
{
    private static readonly FrozenDictionary<string, (int Status, string Title)> _rows = new Dictionary<string, (int, string)>
    {
        ["invalid_json"] = (400, "The body is not JSON"),
        ["invalid_text"] = (400, "The text cannot be kept"),
        ["missing_member"] = (400, "A required member is missing"),
        ["unknown_member"] = (400, "A member nobody knows"),
        ["duplicate_member"] = (400, "The same member twice"),
        ["invalid_value"] = (400, "A value of the wrong kind"),
        ["unknown_type"] = (400, "A type nobody knows"),
        ["text_too_long"] = (400, "The text is too long"),
        ["coordinate_out_of_range"] = (400, "Not a position on the ground"),
        ["coordinates_swapped"] = (400, "Longitude and latitude are swapped"),
        ["invalid_geometry"] = (400, "The geometry is not valid GeoJSON"),
        ["time_in_future"] = (400, "The time lies in the future"),
        ["unknown_parameter"] = (400, "A parameter nobody knows"),
        ["repeated_parameter"] = (400, "The same parameter twice"),
        ["invalid_parameter"] = (400, "A parameter of the wrong kind"),
        ["invalid_box"] = (400, "Not a box on the ground"),
        ["bad_query"] = (400, "The query cannot be answered"),
        ["bad_request"] = (400, "The request cannot be read"),
        ["not_found"] = (404, "There is no such thing"),
        ["unknown_layer"] = (404, "There is no such layer"),
        ["tile_out_of_range"] = (404, "There is no such tile"),
        ["method_not_allowed"] = (405, "The method is not allowed here"),
        ["not_acceptable"] = (406, "No such representation"),
        ["version_conflict"] = (409, "Somebody else was first"),
        ["layer_conflict"] = (409, "The layer contradicts what is there"),
        ["body_too_large"] = (413, "The body is too large"),
        ["unsupported_media_type"] = (415, "The content type is not supported"),
        ["key_reused"] = (422, "The key was used for another body"),
        ["not_allowed"] = (422, "Not allowed in this state"),
        ["refused"] = (422, "The store would not take it"),
        ["too_many_requests"] = (429, "Too many requests"),
        ["forbidden_host"] = (421, "This server does not answer to that name"),
        ["forbidden"] = (403, "Not allowed"),
        ["internal"] = (500, "The server made a mistake"),
        ["store_unavailable"] = (503, "The store does not answer"),
        ["store_full"] = (503, "The disk is full"),
        ["starting"] = (503, "The server is starting"),
        ["busy"] = (503, "The server is busy"),
    }.ToFrozenDictionary();

    /// <summary>Every problem there is, by name.</summary>
    public static IEnumerable<KeyValuePair<string, (int Status, string Title)>> All => _rows;

    /// <summary>Status and title of a problem.</summary>
    public static (int Status, string Title) Of(string code) => _rows[code];
}
