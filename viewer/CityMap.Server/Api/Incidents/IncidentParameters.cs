using CityMap.Geo.Coordinates;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Parameters;

namespace CityMap.Server.Api.Incidents;

/// <summary>The parameters by which incidents are asked for: the same on the list, the counts, the tiles and the feed.</summary>
internal static class IncidentParameters
{
    public static readonly QueryParameter<Bounds?> Box = Parameter.Box("bbox", "Only what lies in this box.");
    public static readonly QueryParameter<IReadOnlyList<string>> Types = Parameter.AnyOf("types", "Only these types.", IncidentTypes.Codes);

    public static readonly QueryParameter<IReadOnlyList<string>> States =
        Parameter.AnyOf("states", "Only these states.", Enum.GetNames<IncidentState>());

    public static readonly QueryParameter<IReadOnlyList<string>> Severities =
        Parameter.AnyOf("severities", "Only these severities.", ["1", "2", "3", "4", "5"]);

    public static readonly QueryParameter<IReadOnlyList<string>> Districts =
        Parameter.Words("districts", "Only in these districts, by id.", "05977@2025");

    public static readonly QueryParameter<IReadOnlyList<string>> Agencies =
        Parameter.Words("agencies", "Only with these agencies or units, by name.", "Công ty Điện lực");

    public static readonly QueryParameter<bool?> Open = Parameter.Flag("open", "Only what is still open, or only what is not.");

    public static readonly QueryParameter<bool?> Overdue =
        Parameter.Flag("overdue", "Only what is open and past its deadline, or only what is open and within it.");

    public static readonly QueryParameter<bool?> Acknowledged = Parameter.Flag("acknowledged", "Only what a person has seen, or only what nobody has.");
    public static readonly QueryParameter<bool?> Exercise = Parameter.Flag("exercise", "Only drills, or only what is real.");
    public static readonly QueryParameter<TimeSpan?> MinAge = Parameter.Duration("minAge", "Only what was recorded at least so long ago.");
    public static readonly QueryParameter<TimeSpan?> MaxAge = Parameter.Duration("maxAge", "Only what was recorded at most so long ago.");
    public static readonly QueryParameter<DateTimeOffset?> OccurredSince = Parameter.Instant("occurredSince", "Only what happened at this moment or after it.");
    public static readonly QueryParameter<DateTimeOffset?> UpdatedSince = Parameter.Instant("updatedSince", "Only what was changed last at this moment or after it.");
    public static readonly QueryParameter<DateTimeOffset?> ClosedSince = Parameter.Instant("closedSince", "Only what was finished at this moment or after it, and still is.");
    public static readonly QueryParameter<string> Text = Parameter.Text("q", "Words, each of them in the title, the description or the address, whatever their case and diacritics.", "den duong");
    public static readonly QueryParameter<DateTimeOffset?> AsOf = Parameter.Instant("asOf", "Everything as it was at this moment; now when absent.");

    public static readonly QueryParameter<string> Sort = Parameter.OneOf(
        "sort", "The order; a minus sign puts the highest first.",
        ["-recordedAt", "recordedAt", "-severity", "severity", "-dueAt", "dueAt", "-updatedAt", "updatedAt"]);

    public static readonly QueryParameter<int?> Limit = Parameter.Whole("limit", "How many at most.", 1, 1000, 100);
    public static readonly QueryParameter<string> After = Parameter.Text("after", "Continue from a page's `next`.", "…", 500);

    public static readonly QueryParameter<int?> Offset = Parameter.Whole("offset", "Skip so many; to go on from a page, `after` is surer.", 0, QueryRules.LargestOffset, 1000);

    /// <summary>What narrows the incidents down.</summary>
    public static readonly QueryParameters Filter =
        new(Box, Types, States, Severities, Districts, Agencies, Open, Overdue, Acknowledged, Exercise, MinAge, MaxAge, OccurredSince, UpdatedSince, ClosedSince, Text, AsOf);

    /// <summary>The filter, the order and the page.</summary>
    public static readonly QueryParameters List = Filter.And(Sort, Limit, After, Offset);
}
