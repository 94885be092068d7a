using System.IO.Compression;
using CityMap.Server.Hosting;

namespace CityMap.Server.Cli.Import;

/// <summary>What the command line sends: the file itself, or a zip archive of the files that make one Shapefile or lie in one folder.</summary>
internal sealed class ImportFile : IDisposable
{
    // What may lie beside a .shp and says something about it.
    private static readonly string[] Siblings = [".shp", ".dbf", ".prj", ".cpg", ".cst"];

    private readonly bool _ours;

    private ImportFile(FileInfo content, string name, bool ours) => (Content, Name, _ours) = (content, name, ours);

    /// <summary>The bytes to send.</summary>
    public FileInfo Content { get; }

    /// <summary>What they are called.</summary>
    public string Name { get; }

    /// <summary>Takes what was named on the command line.</summary>
    /// <exception cref="UserErrorException">A folder without a Shapefile.</exception>
    public static ImportFile Of(FileSystemInfo given)
    {
        if (given is DirectoryInfo || Directory.Exists(given.FullName)) return OfFolder(new(given.FullName));
        var file = new FileInfo(given.FullName);
        return file.Extension.Equals(".shp", StringComparison.OrdinalIgnoreCase)
            ? Pack(file.Directory!, Path.GetFileNameWithoutExtension(file.Name), f => Path.GetFileNameWithoutExtension(f.Name).Equals(Path.GetFileNameWithoutExtension(file.Name), StringComparison.OrdinalIgnoreCase))
            : new(file, file.Name, ours: false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ours) Content.Delete();
    }

    private static ImportFile OfFolder(DirectoryInfo folder) =>
        folder.EnumerateFiles().Any(file => file.Extension.Equals(".shp", StringComparison.OrdinalIgnoreCase))
            ? Pack(folder, folder.Name, static _ => true)
            : throw new UserErrorException($"The folder {folder.FullName} holds no Shapefile (.shp); name a file.");

    private static ImportFile Pack(DirectoryInfo folder, string name, Func<FileInfo, bool> wanted)
    {
        var path = Path.Combine(Path.GetTempPath(), $"citymap-import-{Path.GetRandomFileName()}.zip");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach (var file in folder.EnumerateFiles().Where(file => Siblings.Contains(file.Extension, StringComparer.OrdinalIgnoreCase) && wanted(file)))
            {
                archive.CreateEntryFromFile(file.FullName, file.Name, CompressionLevel.Fastest);
            }
        }

        return new(new(path), name + ".zip", ours: true);
    }
}
