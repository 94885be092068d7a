namespace CityMap.Geo.PostGis.Cluster;

/// <summary>
/// Lets the cluster's user pass through folders that root keeps closed, without letting it look inside: the data folder itself, and temporary folders
/// above it. Other folders above it belong to somebody, and are left as they are.
/// </summary>
internal static class Passage
{
    /// <summary>Opens the way to a data folder where programs run as another user.</summary>
    public static void Open(string dataFolder)
    {
        if (!Programs.SwitchUser) return;
        var temporary = Path.TrimEndingDirectorySeparator(Path.GetTempPath()) + Path.DirectorySeparatorChar;
        var folder = new DirectoryInfo(Path.GetFullPath(dataFolder));
        do
        {
            if (folder.Exists) folder.UnixFileMode |= UnixFileMode.OtherExecute;
            folder = folder.Parent;
        }
        while (folder is not null && folder.FullName.StartsWith(temporary, StringComparison.Ordinal));
    }
}
