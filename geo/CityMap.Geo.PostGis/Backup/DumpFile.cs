using System.Globalization;
using CityMap.Geo.PostGis.Cluster;
using CityMap.Geo.PostGis.Schema;

namespace CityMap.Geo.PostGis.Backup;

/// <summary>Looks into a dump without restoring it.</summary>
internal static class DumpFile
{
    private const string VersionRow = "version\t";

    /// <summary>Answers when a file is a dump of a store this program can open. It needs no server.</summary>
    /// <param name="binaries">The programs that will restore it.</param>
    /// <param name="file">Its full path.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StoreException"><see cref="StoreProblem.NotAStore"/>, <see cref="StoreProblem.Newer"/>.</exception>
    public static async Task CheckAsync(PostgresBinaries binaries, string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) throw new StoreException(StoreProblem.NotAStore, $"There is no file {file}.");
        var content = await Programs.RunDirectlyAsync(binaries["pg_restore"], ["--list", file], null, cancellationToken);
        if (content.Code != 0 || !content.Output.Contains("TABLE DATA citymap_store meta", StringComparison.Ordinal)) throw NotABackup(file);

        var version = await VersionAsync(binaries, file, cancellationToken);
        if (version > SchemaSetup.Version)
        {
            throw new StoreException(
                StoreProblem.Newer, $"{file} was written by a newer CityMap (store version {version}, this program knows {SchemaSetup.Version}).");
        }
    }

    private static async Task<int> VersionAsync(PostgresBinaries binaries, string file, CancellationToken cancellationToken)
    {
        var meta = await Programs.RunDirectlyAsync(
            binaries["pg_restore"], ["--data-only", "-n", "citymap_store", "-t", "meta", "-f", "-", file], null, cancellationToken);
        var row = meta.Output.Split('\n').FirstOrDefault(line => line.StartsWith(VersionRow, StringComparison.Ordinal));
        return meta.Code == 0 && int.TryParse(row?[VersionRow.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw NotABackup(file);
    }

    private static StoreException NotABackup(string file) => new(StoreProblem.NotAStore, $"{file} is not a backup of a PostGIS store.");
}
