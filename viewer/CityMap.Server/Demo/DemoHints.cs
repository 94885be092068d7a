namespace CityMap.Server.Demo;

/// <summary>What to try.</summary>
internal static class DemoHints
{
    /// <summary>Prints the address and what to try.</summary>
    public static void Print(string address) => Console.WriteLine(
        $"""

        The demo city is on the map: {address}

          · Open it in two windows. Report an incident in one by clicking the map; it appears in the other at once.
          · Open an incident, acknowledge it, assign it, close it; its history says who did what when.
          · Wait half a minute: the city lives, incidents come and go, facilities fail and recover.
          · Set another time at the top and see the city as it was.
          · The API is described at {address}/docs, the silo at {address}/dashboard.

        Everything shown is made up (dữ liệu minh hoạ). Ctrl-C ends it; the next demo goes on where this one stopped.

        """);
}
