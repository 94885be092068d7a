namespace CityMap.Server.Hosting;

/// <summary>Files that only the account of the server can read: what people bring, what goes out to them, and the key of the folder.</summary>
internal static class OwnersFile
{
    /// <summary>Makes an empty file, or empties the one there, to write to.</summary>
    public static FileStream Create(string path) => new(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write }.ForOwner());

    /// <summary>A file to write and read again through this one handle, gone with it. Where the system lets it, it has no name from the beginning, so that a killed server leaves none behind.</summary>
    public static FileStream CreateNameless()
    {
        var path = Path.Combine(Path.GetTempPath(), "citymap-" + Path.GetRandomFileName());
        var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        }.ForOwner());
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }

    /// <summary>Has a file that is made with these options be the owner's alone. Windows keeps it so by the folder.</summary>
    public static FileStreamOptions ForOwner(this FileStreamOptions options)
    {
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
