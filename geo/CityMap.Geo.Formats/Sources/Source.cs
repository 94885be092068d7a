using CityMap.Geo.Coordinates;

namespace CityMap.Geo.Formats.Sources;

/// <summary>
/// One file on disk that is read, perhaps more than once: what is said about it, how far a reading has come, and a scratch folder for what must be
/// unpacked. Disposing it removes the folder, not the file.
/// </summary>
/// <param name="path">Where it lies.</param>
/// <param name="name">How it was called by the person who brought it, with its extension; null when nobody said.</param>
/// <param name="options">What is said about it.</param>
public sealed class Source(string path, string? name, SourceOptions options) : IDisposable
{
    private FileStream? stream;
    private double fraction;
    private string? folder;

    /// <summary>Where it lies.</summary>
    public string Path { get; } = path;

    /// <summary>How it was called, with its extension; empty when nobody said.</summary>
    public string Name { get; } = name ?? "";

    /// <summary>What is said about it.</summary>
    public SourceOptions Options { get; } = options;

    /// <summary>How the file was read, for people; the reader says it.</summary>
    public string How { get; set; } = "";

    /// <summary>The coordinate system it was read in; the reader says it.</summary>
    public Crs Crs { get; set; } = CrsCatalogue.Wgs84;

    /// <summary>How much has been read, 0 to 1: the place in the stream last opened, unless the reader sets it.</summary>
    public double Fraction
    {
        get => stream is { CanSeek: true } open ? (open.Length == 0 ? 1 : (double)open.Position / open.Length) : fraction;
        set => fraction = value;
    }

    /// <summary>An empty folder of its own, made when first asked for; all of it goes with the source.</summary>
    public string Folder => folder ??= MakeFolder(Path + ".unpacked");

    /// <summary>Opens the file for one reading from its beginning.</summary>
    public FileStream Open() => stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, useAsync: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        stream?.Dispose();
        if (folder is not null) Directory.Delete(folder, recursive: true);
        folder = null;
    }

    // What people bring is not for every account of the machine.
    private static string MakeFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
