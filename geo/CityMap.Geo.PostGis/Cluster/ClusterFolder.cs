using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CityMap.Geo.PostGis.Cluster;

/// <summary>The files of a private cluster: one folder, entered by its server only.</summary>
internal sealed class ClusterFolder
{
    // sun_path holds 108 bytes with its final zero; the socket is named .s.PGSQL.65535.
    private const int LongestSocketFolder = 107 - 15;

    private ClusterFolder(string root)
    {
        Root = root;
        var inside = Path.Combine(Root, "run");
        Sockets = Encoding.UTF8.GetByteCount(inside) <= LongestSocketFolder ? inside : Path.Combine("/tmp", $"citymap-{Hash(Root)}");
    }

    /// <summary>The folder itself.</summary>
    public string Root { get; }

    /// <summary>The files of the cluster of a data folder.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.NotAStore"/>: they are not where the data folder says.</exception>
    public static ClusterFolder Of(string dataFolder) => new(ClusterPlace.Of(dataFolder));

    /// <summary>The files of a cluster in this very folder.</summary>
    public static ClusterFolder At(string folder) => new(folder);

    /// <summary>PGDATA.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>Where the socket is made: inside when its path is short enough, else under /tmp.</summary>
    public string Sockets { get; }

    /// <summary>What the server says.</summary>
    public string Log => Path.Combine(Root, "server.log");

    /// <summary>The password of both roles; mode 0600.</summary>
    public string PasswordFile => Path.Combine(Root, "password");

    /// <summary>The settings that change from start to start.</summary>
    public string Settings => Path.Combine(Data, "citymap.conf");

    /// <summary>True once initdb has finished (it runs in a folder of another name).</summary>
    public bool IsMade => File.Exists(Path.Combine(Data, "PG_VERSION"));

    /// <summary>The version that made the data; null when there is none yet.</summary>
    public int? Major => IsMade ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")), CultureInfo.InvariantCulture) : null;

    /// <summary>The password, made up at the first call.</summary>
    public string Password()
    {
        if (File.Exists(PasswordFile)) return File.ReadAllText(PasswordFile).Trim();
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        using var file = new FileStream(PasswordFile, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.Write(Encoding.ASCII.GetBytes(password + "\n"));
        return password;
    }

    /// <summary>Holds the folder for this process alone, until disposed or until the process ends, however it ends.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.Locked"/>.</exception>
    public FileStream Lock()
    {
        try
        {
            return new FileStream(Path.Combine(Root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StoreException(StoreProblem.Locked, $"Another CityMap is using {Root}.", e);
        }
    }

    /// <summary>The last thing the server complained about.</summary>
    public string LastComplaint()
    {
        if (!File.Exists(Log)) return "it wrote no log";
        return File.ReadLines(Log).LastOrDefault(l => l.Contains("FATAL", StringComparison.Ordinal) || l.Contains("PANIC", StringComparison.Ordinal))
            ?? $"see {Log}";
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
