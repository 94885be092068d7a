using System.Diagnostics;

namespace CityMap.Geo.PostGis.Cluster;

/// <summary>Runs PostgreSQL's programs; as the system user <c>postgres</c> where we are root, because they refuse root.</summary>
internal static class Programs
{
    private const string User = "postgres";

    /// <summary>True when programs must be run as another user.</summary>
    public static bool SwitchUser => Environment.UserName == "root" || Environment.IsPrivilegedProcess;

    /// <summary>Runs a program as the cluster's user and waits for its end.</summary>
    /// <returns>Its exit code and what it wrote.</returns>
    public static Task<ProgramResult> RunAsync(
        string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        SwitchUser
            ? RunDirectlyAsync(
                "setpriv",
                [$"--reuid={User}", $"--regid={User}", "--init-groups", "--no-new-privs", "--", program, .. arguments],
                null,
                cancellationToken)
            : RunDirectlyAsync(program, arguments, null, cancellationToken);

    /// <summary>Runs a program as ourselves.</summary>
    public static async Task<ProgramResult> RunDirectlyAsync(
        string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };

        // A PGHOST or PGDATA of the surroundings must not lead a program to somebody else's cluster.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new(process.ExitCode, await output, errors.Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Gives a folder of ours to the cluster's user, and checks that this user can reach it.</summary>
    public static async Task HandOverAsync(string folder, CancellationToken cancellationToken)
    {
        if (!SwitchUser) return;
        var given = await RunDirectlyAsync("chown", ["-R", $"{User}:{User}", folder], null, cancellationToken);
        if (given.Code != 0)
        {
            throw new StoreException(StoreProblem.Unavailable, $"The folder {folder} cannot be given to the user {User}: {given.Errors}");
        }

        if ((await RunAsync("test", ["-w", folder], cancellationToken)).Code == 0) return;
        throw new StoreException(
            StoreProblem.Unavailable,
            $"PostgreSQL does not run as root, and the user {User} cannot enter {folder}: run CityMap as an ordinary user, or choose a data folder that others may enter.");
    }
}

/// <summary>How a program ended.</summary>
internal sealed record ProgramResult(int Code, string Output, string Errors);
