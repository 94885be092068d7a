namespace CityMap.Grains.Contracts.Incidents;

/// <summary>The commands by their names in the API, and when each may be given.</summary>
public static class IncidentCommands
{
    public const string Receive = "receive";
    public const string Assign = "assign";
    public const string Start = "start";
    public const string ClaimFix = "claimFix";
    public const string VerifyFix = "verifyFix";
    public const string Close = "close";
    public const string Reject = "reject";
    public const string Reopen = "reopen";
    public const string Correct = "correct";
    public const string Move = "move";
    public const string DrawFootprint = "drawFootprint";
    public const string Note = "note";
    public const string Acknowledge = "acknowledge";
    public const string LinkFacility = "linkFacility";

    private static readonly string[] WhileOpen = [Correct, Move, DrawFootprint, LinkFacility, Note];
    private static readonly string[] WhileNotOpen = [Note];

    private static readonly string[][] Moves =
    [
        [Receive, Reject],
        [Assign, Reject],
        [Start, Assign, Reject],
        [ClaimFix, Assign],
        [VerifyFix, Reopen],
        [Close, Reopen],
        [Reopen],
        [Reopen],
        [Assign, Start, Reject],
    ];

    private static readonly IReadOnlyList<string>[] Unseen = [.. Enum.GetValues<IncidentState>().Select(state => List(state, acknowledged: false))];
    private static readonly IReadOnlyList<string>[] Seen = [.. Enum.GetValues<IncidentState>().Select(state => List(state, acknowledged: true))];

    /// <summary>Every command, the moves first.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Receive, Assign, Start, ClaimFix, VerifyFix, Close, Reject, Reopen,
        Acknowledge, Correct, Move, DrawFootprint, LinkFacility, Note,
    ];

    /// <summary>What may be done with an incident now: the moves of its state first, then what changes no state.</summary>
    public static IReadOnlyList<string> AllowedIn(IncidentState state, bool acknowledged) => (acknowledged ? Seen : Unseen)[(int)state];

    private static string[] List(IncidentState state, bool acknowledged) =>
    [
        .. Moves[(int)state],
        .. state.IsOpen() && !acknowledged ? [Acknowledge] : Array.Empty<string>(),
        .. state.IsOpen() ? WhileOpen : WhileNotOpen,
    ];
}
