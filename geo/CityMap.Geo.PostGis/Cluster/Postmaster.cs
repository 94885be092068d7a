using System.Globalization;

namespace CityMap.Geo.PostGis.Cluster;

/// <summary>What <c>postmaster.pid</c> of a data folder says about a server that runs, or once ran.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="Port">Its TCP port.</param>
/// <param name="SocketFolder">Where its socket is.</param>
internal sealed record Postmaster(int Pid, int Port, string SocketFolder)
{
    /// <summary>Reads the file; null when no server runs on that data folder.</summary>
    public static Postmaster? Running(string pgdata)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(Path.Combine(pgdata, "postmaster.pid"));
        }
        catch (IOException)
        {
            return null;
        }

        if (lines.Length < 5
            || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)
            || !int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port))
        {
            return null;
        }

        return Lives(pid, pgdata) ? new(pid, port, lines[4]) : null;
    }

    /// <summary>True while that process is the server of this data folder: a number may have been given to another process since.</summary>
    public static bool Lives(int pid, string pgdata)
    {
        try
        {
            // A server's working directory is its data folder.
            return File.ResolveLinkTarget($"/proc/{pid}/cwd", returnFinalTarget: false)?.FullName == Path.GetFullPath(pgdata);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
