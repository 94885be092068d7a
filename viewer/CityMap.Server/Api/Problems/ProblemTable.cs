using System.Collections.Frozen;
using CityMap.Grains.Contracts;

namespace CityMap.Server.Api.Problems;

/// <summary>The one table from named problems to status codes.</summary>
internal static class ProblemTable
{
    private static readonly FrozenDictionary<string, (int Status, string Title)> _rows = new Dictionary<string, (int, string)>
    {
        // The body and what it holds.
        ["invalid_json"] = (400, "The body is not JSON"),
        ["missing_member"] = (400, "A required member is missing"),
        ["unknown_member"] = (400, "A member nobody knows"),
        ["duplicate_member"] = (400, "The same member twice"),
        ["invalid_value"] = (400, "A value of the wrong kind"),
        ["coordinates_swapped"] = (400, "Longitude and latitude are swapped"),
        [RefusalCodes.CoordinateOutOfRange] = (400, "Not a position on the ground"),
        [RefusalCodes.UnknownType] = (400, "A type nobody knows"),
        [RefusalCodes.UnknownKind] = (400, "A kind nobody knows"),
        [RefusalCodes.UnknownStatus] = (400, "A status nobody knows"),
        ["unknown_command"] = (400, "A command nobody knows"),
        [RefusalCodes.SeverityOutOfRange] = (400, "Not a severity"),
        [RefusalCodes.NumberOutOfRange] = (400, "The number is out of range"),
        [RefusalCodes.TextMissing] = (400, "A text is missing"),
        [RefusalCodes.TextTooLong] = (400, "The text is too long"),
        [RefusalCodes.TextMalformed] = (400, "The text cannot be kept"),
        [RefusalCodes.IdMalformed] = (400, "Not an id"),
        [RefusalCodes.FootprintInvalid] = (400, "Not a line or an area"),
        ["geometry_kind"] = (400, "A shape of the wrong kind"),
        [RefusalCodes.OccurredInFuture] = (400, "The time lies in the future"),

        // The query.
        ["unknown_parameter"] = (400, "A parameter nobody knows"),
        ["repeated_parameter"] = (400, "The same parameter twice"),
        ["invalid_parameter"] = (400, "A parameter of the wrong kind"),
        ["invalid_box"] = (400, "Not a box on the ground"),
        ["invalid_filter"] = (400, "The filter cannot be read"),
        ["query_too_slow"] = (400, "The query takes too long"),
        ["bad_query"] = (400, "The query cannot be answered"),
        ["export_refused"] = (400, "The layer does not go into this format"),
        ["map_too_large"] = (400, "The map is too large"),

        // An analysis.
        ["analysis_too_large"] = (400, "Too much for an analysis"),
        ["analysis_too_slow"] = (400, "The analysis takes too long"),
        ["area_too_wide"] = (400, "The layers lie too far apart"),
        ["result_too_large"] = (400, "The result is too large"),
        ["geometry_invalid"] = (422, "A shape is not valid"),

        // A file.
        ["import_failed"] = (422, "Nothing was imported"),
        ["unknown_format"] = (422, "A file in no format that is read here"),
        ["archive_refused"] = (422, "The archive is not unpacked"),
        ["crs_needed"] = (422, "The coordinate system must be stated"),
        ["not_a_backup"] = (422, "The file cannot be restored here"),
        ["crs_unknown"] = (422, "A coordinate system nobody knows here"),

        // The request as a whole.
        ["bad_request"] = (400, "The request cannot be read"),
        ["forbidden"] = (403, "Not allowed"),
        ["not_found"] = (404, "There is no such thing"),
        ["unknown_layer"] = (404, "There is no such layer"),
        ["tile_out_of_range"] = (404, "There is no such tile"),
        ["method_not_allowed"] = (405, "The method is not allowed here"),
        ["precondition_failed"] = (412, "Somebody else was first"),
        ["precondition_required"] = (428, "The version must be stated"),
        ["body_too_large"] = (413, "The body is too large"),
        ["unsupported_media_type"] = (415, "The content type is not supported"),
        ["unsupported_coding"] = (415, "The content coding is not supported"),
        ["wrong_host"] = (421, "This server does not answer to that name"),
        ["headers_too_large"] = (431, "The headers are too large"),

        // What the city refuses.
        ["version_conflict"] = (409, "Somebody else was first"),
        ["id_taken"] = (409, "The id is taken"),
        ["file_exists"] = (409, "The file is there already"),
        ["restore_failed"] = (409, "The restore did not work"),
        ["import_under_way"] = (409, "An import is under way"),
        ["layer_conflict"] = (409, "The layer contradicts what is there"),
        [RefusalCodes.NotAllowed] = (422, "Not allowed in this state"),
        [RefusalCodes.NothingToChange] = (422, "Nothing would change"),
        [RefusalCodes.UnknownFacility] = (422, "There is no such facility"),
        [RefusalCodes.OccurredBeforeLast] = (422, "The time lies before what happened last"),
        [RefusalCodes.KeyReused] = (422, "The key was used for another body"),
        [RefusalCodes.StoreRefused] = (422, "The store would not take it"),

        // Not now.
        ["internal"] = (500, "The server made a mistake"),
        ["store_unavailable"] = (503, "The store does not answer"),
        ["store_full"] = (503, "The disk is full"),
        ["starting"] = (503, "The server is starting"),
        ["busy"] = (503, "The server is busy"),
        ["map_unavailable"] = (503, "Maps cannot be drawn here"),
    }.ToFrozenDictionary();

    /// <summary>Every problem there is, by name.</summary>
    public static IEnumerable<KeyValuePair<string, (int Status, string Title)>> All => _rows;

    /// <summary>True when there is a problem of that name.</summary>
    public static bool Knows(string code) => _rows.ContainsKey(code);

    /// <summary>Status and title of a problem.</summary>
    public static (int Status, string Title) Of(string code) => _rows[code];
}
