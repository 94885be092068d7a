using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CityMap.Geo.PostGis.Cluster;

/// <summary>
/// A PostgreSQL of our own in the data folder, from the distribution's packages: an ordinary user, a socket and the loopback
/// address only, a random password. It stops when disposed; one left behind by a killed process is adopted at the next start.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private const string Superuser = "postgres";
    private readonly ClusterFolder _folder;
    private readonly PostgresBinaries _binaries;
    private readonly FileStream _lock;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private int _port;

    private PrivateCluster(ClusterFolder folder, PostgresBinaries binaries, FileStream @lock, TimeProvider time, ILogger logger) =>
        (_folder, _binaries, _lock, _time, _logger) = (folder, binaries, @lock, time, logger);

    /// <summary>How to reach the database <c>citymap</c> as the role of that name, through the socket.</summary>
    public string ConnectionString => Connection(ClusterSetup.Role, ClusterSetup.Database);

    /// <summary>The process of the server; null when it does not run.</summary>
    public int? ProcessId => Postmaster.Running(_folder.Data)?.Pid;

    /// <summary>How to reach the cluster as its superuser.</summary>
    internal string Administration => Connection(Superuser, Superuser);

    /// <summary>How to reach a cluster whose server runs in that data folder, without owning it; null when none does.</summary>
    public static string? FindConnectionString(string dataFolder)
    {
        var folder = ClusterFolder.Of(dataFolder);
        return folder.IsMade && Postmaster.Running(folder.Data) is { } running
            ? Connection(ClusterSetup.Role, ClusterSetup.Database, running.SocketFolder, running.Port, folder.Password())
            : null;
    }

    /// <summary>True when the data folder holds a cluster, or a note of one that is elsewhere.</summary>
    public static bool Exists(string dataFolder) => ClusterPlace.Exists(dataFolder);

    /// <summary>Removes a cluster that does not run.</summary>
    public static void Delete(string dataFolder) => ClusterPlace.Delete(dataFolder);

    /// <summary>
    /// Makes the cluster in <c>{dataFolder}/postgres</c> when there is none (or elsewhere, with a note of it, where its user cannot enter that), starts
    /// it, and makes sure of the database and PostGIS.
    /// </summary>
    /// <exception cref="StoreException">
    /// <see cref="StoreProblem.Unavailable"/> with the packages to install, or what the server complained about;
    /// <see cref="StoreProblem.Locked"/> when another process uses the folder.
    /// </exception>
    public static async Task<PrivateCluster> StartAsync(
        string dataFolder, TimeProvider time, ILogger? logger, CancellationToken cancellationToken)
    {
        var cluster = await TakeAsync(dataFolder, time, logger, cancellationToken);
        try
        {
            await cluster.RunAsync(cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Uses the cluster for something it may have to be made for; one that was made for it goes again when that fails.</summary>
    internal static async Task UseAsync(
        string dataFolder, TimeProvider time, ILogger? logger, Func<string, Task> act, CancellationToken cancellationToken)
    {
        await using var cluster = await TakeAsync(dataFolder, time, logger, cancellationToken);
        var isNew = !cluster._folder.IsMade;
        try
        {
            await cluster.RunAsync(cancellationToken);
            await act(cluster.ConnectionString);
        }
        catch when (isNew)
        {
            await cluster.DiscardAsync(dataFolder);
            throw;
        }
    }

    /// <summary>The programs of the cluster of a data folder, whether it is made yet or not.</summary>
    internal static PostgresBinaries FindPrograms(string dataFolder)
    {
        var own = PostgresBinaries.Find(ClusterFolder.Of(dataFolder).Major);
        return PostgresBinaries.OfServer(own.Major) ?? own;
    }

    private static async Task<PrivateCluster> TakeAsync(
        string dataFolder, TimeProvider time, ILogger? logger, CancellationToken cancellationToken)
    {
        var binaries = PostgresBinaries.Find(ClusterFolder.Of(dataFolder).Major);
        await ClusterPlace.ChooseAsync(dataFolder, cancellationToken);
        var folder = ClusterFolder.Of(dataFolder);
        Directory.CreateDirectory(folder.Root);
        Passage.Open(dataFolder);
        return new(folder, binaries, folder.Lock(), time, logger ?? NullLogger.Instance);
    }

    /// <summary>Stops the server, waiting for what it is writing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (ProcessId is not null) await StopServerAsync(CancellationToken.None);
        await _lock.DisposeAsync();
    }

    /// <summary>Forgets the server without stopping it, as a killed process does.</summary>
    internal ValueTask AbandonAsync() => _lock.DisposeAsync();

    /// <summary>Starts the server; the port stays what it was at the first start.</summary>
    internal async Task StartServerAsync(CancellationToken cancellationToken)
    {
        var keepPort = _port != 0;
        for (var attempt = 1; ; attempt++)
        {
            if (!keepPort) _port = FreePort();
            await File.WriteAllTextAsync(_folder.Settings, ClusterSettings.Text(_binaries.Major, _port, _folder.Sockets), cancellationToken);
            var start = await Programs.RunAsync(
                _binaries["pg_ctl"], ["-D", _folder.Data, "-l", _folder.Log, "-w", "-t", "60", "-s", "start"], cancellationToken);
            if (start.Code == 0) break;

            // Backends of a killed server may hold its shared memory for a moment, and a free port may be taken meanwhile.
            if (attempt == 10)
            {
                throw new StoreException(StoreProblem.Unavailable, $"The private PostgreSQL did not start: {_folder.LastComplaint()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), _time, cancellationToken);
        }

        LogMessages.ClusterStarted(_logger, _binaries.Major, _folder.Data, _port);
    }

    /// <summary>Stops the server at once but in order: connections are closed, the log is written.</summary>
    internal async Task StopServerAsync(CancellationToken cancellationToken)
    {
        var stop = await Programs.RunAsync(
            _binaries["pg_ctl"], ["-D", _folder.Data, "-m", "fast", "-w", "-t", "30", "-s", "stop"], cancellationToken);
        if (stop.Code != 0) LogMessages.ClusterDidNotStop(_logger, _folder.Data, stop.Errors);
        else LogMessages.ClusterStopped(_logger, _folder.Data);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        await MakeAsync(cancellationToken);
        if (!await AdoptAsync(cancellationToken)) await StartServerAsync(cancellationToken);
        await ClusterSetup.EnsureAsync(Administration, Connection(Superuser, ClusterSetup.Template), _folder.Password(), cancellationToken);
    }

    // Under the lock: nobody else finds the files while they go.
    private async Task DiscardAsync(string dataFolder)
    {
        if (ProcessId is not null) await StopServerAsync(CancellationToken.None);
        ClusterPlace.Delete(dataFolder);
        if (Directory.Exists(_folder.Sockets)) Directory.Delete(_folder.Sockets, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Connection(string user, string database, string host, int port, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = host,
        Port = port,
        Username = user,
        Password = password,
        Database = database,
        Timeout = 5,
    }.ConnectionString;

    private string Connection(string user, string database) => Connection(user, database, _folder.Sockets, _port, _folder.Password());

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        _ = _folder.Password();
        Directory.CreateDirectory(_folder.Sockets);
        File.SetUnixFileMode(_folder.Sockets, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await Programs.HandOverAsync(_folder.Sockets, cancellationToken);
        if (_folder.IsMade) return;

        await Programs.HandOverAsync(_folder.Root, cancellationToken);

        // A folder half made by a killed initdb has another name, and is made again.
        var fresh = _folder.Data + ".new";
        if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        var made = await Programs.RunAsync(
            _binaries["initdb"],
            [
                "-D", fresh, "-U", Superuser, $"--pwfile={_folder.PasswordFile}", "-A", "scram-sha-256",
                "--encoding=UTF8", "--locale=C.UTF-8",

                // A new log file is filled with zeros while commits wait: small ones make short waits.
                "--wal-segsize=4",
            ],
            cancellationToken);
        if (made.Code != 0) throw new StoreException(StoreProblem.Unavailable, $"The private PostgreSQL could not be made: {made.Errors}");
        await File.AppendAllTextAsync(Path.Combine(fresh, "postgresql.conf"), "\ninclude_if_exists 'citymap.conf'\n", cancellationToken);
        Directory.Move(fresh, _folder.Data);
    }

    // The server of a killed process goes on: it is ours when it answers to our password, else it is stopped.
    private async Task<bool> AdoptAsync(CancellationToken cancellationToken)
    {
        if (Postmaster.Running(_folder.Data) is not { } orphan) return false;
        _port = orphan.Port;
        try
        {
            await using var connection = new NpgsqlConnection(
                Connection(Superuser, Superuser, orphan.SocketFolder, orphan.Port, _folder.Password()) + ";Pooling=false");
            await connection.OpenAsync(cancellationToken);
            if (orphan.SocketFolder == _folder.Sockets)
            {
                LogMessages.ClusterAdopted(_logger, orphan.Pid, _folder.Data);
                return true;
            }
        }
        catch (NpgsqlException e)
        {
            LogMessages.ClusterNotAdopted(_logger, e, orphan.Pid, _folder.Data);
        }

        await StopServerAsync(cancellationToken);
        _port = 0;
        return false;
    }
}
