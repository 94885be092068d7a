using System.Globalization;

namespace CityMap.Geo.PostGis.Cluster;

/// <summary>One installed PostgreSQL: where its programs are. Debian and Ubuntu keep versions side by side.</summary>
internal sealed record PostgresBinaries(int Major, string Folder)
{
    private const string Root = "/usr/lib/postgresql";

    /// <summary>The full path of one of its programs.</summary>
    public string this[string program] => Path.Combine(Folder, program);

    /// <summary>True when PostGIS is installed for this version.</summary>
    public bool HasPostGis => File.Exists($"/usr/share/postgresql/{Major}/extension/postgis.control");

    /// <summary>The packages that hold this version on Debian and Ubuntu.</summary>
    public static string Packages(int major) => $"postgresql-{major} postgresql-{major}-postgis-3";

    /// <summary>Finds a version that can run a private cluster.</summary>
    /// <param name="major">The version a data folder was made with; null takes the newest that has PostGIS.</param>
    /// <exception cref="StoreException"><see cref="StoreProblem.Unavailable"/>, naming the packages to install.</exception>
    public static PostgresBinaries Find(int? major)
    {
        var installed = Installed();
        if (major is { } wanted)
        {
            return installed.FirstOrDefault(b => b.Major == wanted && b.HasPostGis) ?? throw new StoreException(
                StoreProblem.Unavailable,
                $"This data folder was made by PostgreSQL {wanted} with PostGIS, which is not installed: apt-get install {Packages(wanted)}");
        }

        if (installed.FirstOrDefault(b => b.HasPostGis) is { } best) return best;
        throw new StoreException(StoreProblem.Unavailable, installed is [var without, ..]
            ? $"PostGIS is not installed for PostgreSQL {without.Major}: apt-get install postgresql-{without.Major}-postgis-3"
            : $"PostgreSQL is not installed: apt-get install {Packages(OfDistribution())}");
    }

    /// <summary>The programs of a server's own version (a dump must not be older than its server); null when they are not here.</summary>
    public static PostgresBinaries? OfServer(int major) => Installed().FirstOrDefault(b => b.Major >= major);

    private static PostgresBinaries[] Installed() => !Directory.Exists(Root) ? [] :
    [
        .. Directory.EnumerateDirectories(Root)
            .Select(folder => (Folder: Path.Combine(folder, "bin"), Name: Path.GetFileName(folder)))
            .Where(v => int.TryParse(v.Name, CultureInfo.InvariantCulture, out _) && File.Exists(Path.Combine(v.Folder, "initdb")))
            .Select(v => new PostgresBinaries(int.Parse(v.Name, CultureInfo.InvariantCulture), v.Folder))
            .OrderByDescending(v => v.Major),
    ];

    // Which major version the distribution offers, so that the line we print can be run as it is.
    private static int OfDistribution()
    {
        var release = File.Exists("/etc/os-release") ? File.ReadAllText("/etc/os-release") : "";
        return release.Contains("VERSION_CODENAME=trixie", StringComparison.Ordinal) ? 17
            : release.Contains("VERSION_CODENAME=noble", StringComparison.Ordinal) ? 16
            : release.Contains("VERSION_CODENAME=jammy", StringComparison.Ordinal) ? 14
            : 15;
    }
}
