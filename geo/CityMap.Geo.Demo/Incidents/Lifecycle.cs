namespace CityMap.Geo.Demo.Incidents;

/// <summary>Which command leads from which state to which; what the generator promises to keep to.</summary>
public static class Lifecycle
{
    /// <summary>The state every incident begins in.</summary>
    public const string Start = "New";

    /// <summary>The state after a command, or null when the command is not lawful in that state.</summary>
    public static string? Next(string state, string command) => (state, command) switch
    {
        ("New", "receive") => "Received",
        ("New" or "Received", "reject") => "Rejected",
        ("Received" or "Reopened", "assign") => "Assigned",
        ("Assigned", "start") => "InProgress",
        ("InProgress", "claimFix") => "FixClaimed",
        ("FixClaimed", "verifyFix") => "FixVerified",
        ("FixVerified", "close") => "Closed",
        ("Closed", "reopen") => "Reopened",
        (not ("Closed" or "Rejected"), "note" or "acknowledge" or "linkFacility") => state,
        _ => null,
    };

    /// <summary>The command that leads an incident one state nearer to its close; null when it is closed or rejected.</summary>
    public static string? Onward(string state) => state switch
    {
        "New" => "receive",
        "Received" or "Reopened" => "assign",
        "Assigned" => "start",
        "InProgress" => "claimFix",
        "FixClaimed" => "verifyFix",
        "FixVerified" => "close",
        _ => null,
    };

    /// <summary>The state after some steps.</summary>
    /// <exception cref="InvalidOperationException">A step is not lawful.</exception>
    public static string After(IReadOnlyList<DemoStep> steps)
    {
        var state = Start;
        foreach (var step in steps)
        {
            state = Next(state, step.Command)
                ?? throw new InvalidOperationException($"'{step.Command}' is not lawful in state {state}.");
        }

        return state;
    }
}
