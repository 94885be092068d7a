namespace CityMap.Server.Hosting;

/// <summary>
/// Where this process keeps files for a moment: a folder of its own in <c>tmp</c> of the data folder, gone with it. Beside it lies a file that the process
/// holds locked for as long as it lives, however it ends: what a killed one left behind is told by that from what is in use, and is removed at the next start.
/// </summary>
internal sealed class ScratchFolder : IDisposable
{
    private const string Mark = ".lock";
    private readonly FileStream _lock;

    /// <summary>Removes what is left over in the data folder, and makes a new folder.</summary>
    public ScratchFolder(ServerOptions options)
    {
        var root = System.IO.Path.Combine(options.DataFolder, "tmp");
        MakeOwners(root);
        Sweep(root);
        (_lock, Path) = Take(root);
        MakeOwners(Path);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The path of a file that is not there yet.</summary>
    public string NewFile(string kind) => System.IO.Path.Combine(Path, $"{kind}-{System.IO.Path.GetRandomFileName()}");

    /// <inheritdoc/>
    public void Dispose()
    {
        Remove(Path);
        File.Delete(Path + Mark);
        _lock.Dispose();
    }

    private static void Sweep(string root)
    {
        foreach (var mark in Directory.EnumerateFiles(root, "*" + Mark))
        {
            try
            {
                using var held = new FileStream(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                Remove(mark[..^Mark.Length]);
                File.Delete(mark);
            }
            catch (Exception living) when (living is IOException or UnauthorizedAccessException)
            {
                // Of a process that runs, or of another account: it is not ours to remove.
            }
        }
    }

    // The lock comes first: a folder without one is nobody's.
    private static (FileStream Lock, string Path) Take(string root)
    {
        var path = System.IO.Path.Combine(root, System.IO.Path.GetRandomFileName());
        return (new(path + Mark, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None }.ForOwner()), path);
    }

    private static void MakeOwners(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }
}
