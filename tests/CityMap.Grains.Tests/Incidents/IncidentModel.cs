using CityMap.Grains.Contracts.Incidents;

namespace CityMap.Grains.Tests.Incidents;

/// <summary>The lifecycle of an incident once more, as a list of arrows instead of rules.</summary>
internal sealed class IncidentModel
{
    private static readonly (string From, string Command, string To)[] Arrows =
    [
        ("New", "receive", "Received"), ("New", "reject", "Rejected"),
        ("Received", "assign", "Assigned"), ("Received", "reject", "Rejected"),
        ("Assigned", "assign", "Assigned"), ("Assigned", "start", "InProgress"), ("Assigned", "reject", "Rejected"),
        ("InProgress", "assign", "Assigned"), ("InProgress", "claimFix", "FixClaimed"),
        ("FixClaimed", "verifyFix", "FixVerified"), ("FixClaimed", "reopen", "Reopened"),
        ("FixVerified", "close", "Closed"), ("FixVerified", "reopen", "Reopened"),
        ("Closed", "reopen", "Reopened"), ("Rejected", "reopen", "Reopened"),
        ("Reopened", "assign", "Assigned"), ("Reopened", "start", "InProgress"), ("Reopened", "reject", "Rejected"),
    ];

    private static readonly string[] Standing = ["correct", "move", "drawFootprint", "linkFacility"];

    private string _state = "New";

    public bool Acknowledged { get; private set; }

    public IncidentState State => Enum.Parse<IncidentState>(_state);

    public bool IsOpen => _state is not "Closed" and not "Rejected";

    public IReadOnlyList<string> Moves => [.. Arrows.Where(arrow => arrow.From == _state).Select(arrow => arrow.Command)];

    public IEnumerable<string> Allowed =>
    [
        "note",
        .. Moves,
        .. IsOpen ? Standing : [],
        .. IsOpen && !Acknowledged ? ["acknowledge"] : Array.Empty<string>(),
    ];

    public bool Allows(string command) => Allowed.Contains(command);

    public void Do(string command)
    {
        Acknowledged |= command is "acknowledge" or "receive" or "reject";
        _state = Arrows.Where(arrow => arrow.From == _state && arrow.Command == command).Select(arrow => arrow.To).FirstOrDefault(_state);
    }
}
