using System.Security.Cryptography;

namespace CityMap.Geo.PostGis.Cluster;

/// <summary>
/// Where the files of a private cluster are: in the data folder, or, where root keeps a folder above it closed to the cluster's user, in a
/// folder of their own under /var/lib/citymap, which a note in the data folder names. That folder's name is random: whoever removes a data
/// folder and makes another at the same path begins with an empty city, not with the old one.
/// </summary>
internal static class ClusterPlace
{
    /// <summary>Where clusters are that cannot be in their data folders.</summary>
    public const string Elsewhere = "/var/lib/citymap";

    private const string OwnerFile = "data-folder";

    /// <summary>True when the data folder holds a cluster, or a note of one.</summary>
    public static bool Exists(string dataFolder) => Directory.Exists(Inside(dataFolder)) || File.Exists(Note(dataFolder));

    /// <summary>The folder of the cluster's files, whether it is there yet or not.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.NotAStore"/>: the note is none, or names what is not there or is another's.</exception>
    public static string Of(string dataFolder)
    {
        var note = Note(dataFolder);
        if (!File.Exists(note)) return Inside(dataFolder);
        var folder = File.ReadLines(note).FirstOrDefault() ?? "";

        // The folder is removed by --fresh: nothing but a folder that we made is believed.
        if (Path.GetDirectoryName(folder) != Elsewhere || Path.GetFullPath(folder) != folder)
        {
            throw new StoreException(StoreProblem.NotAStore, $"{note} does not name a folder in {Elsewhere}: remove it to begin with an empty city.");
        }

        if (!Directory.Exists(folder))
        {
            throw new StoreException(
                StoreProblem.NotAStore, $"{note} says that the database is in {folder}, which is gone: put it back, or remove the note to begin with an empty city.");
        }

        CheckOwner(dataFolder, folder);
        return folder;
    }

    /// <summary>Decides where a new cluster goes; one that is made, or decided about, stays where it is.</summary>
    public static async Task ChooseAsync(string dataFolder, CancellationToken cancellationToken)
    {
        if (!Programs.SwitchUser || File.Exists(Note(dataFolder)) || ClusterFolder.At(Inside(dataFolder)).IsMade) return;
        Directory.CreateDirectory(dataFolder);
        Passage.Open(dataFolder);
        if ((await Programs.RunAsync("test", ["-x", Path.GetFullPath(dataFolder)], cancellationToken)).Code == 0) return;
        var folder = Path.Combine(Elsewhere, RandomNumberGenerator.GetHexString(32, lowercase: true));
        Directory.CreateDirectory(Elsewhere, Passable);
        Directory.CreateDirectory(folder, Passable);
        await File.WriteAllTextAsync(Path.Combine(folder, OwnerFile), Path.GetFullPath(dataFolder) + "\n", cancellationToken);
        var draft = $"{Note(dataFolder)}.{Path.GetFileName(folder)}";
        await File.WriteAllTextAsync(
            draft, $"{folder}\nThe database of this data folder is there: its user cannot enter this one.\n", cancellationToken);

        // Of two that begin at once the second finds the note of the first, and its lock.
        try
        {
            File.Move(draft, Note(dataFolder), overwrite: false);
        }
        catch (IOException) when (File.Exists(Note(dataFolder)))
        {
            File.Delete(draft);
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Removes the cluster's files and the note of them; nobody may use them.</summary>
    public static void Delete(string dataFolder)
    {
        Directory.Delete(Of(dataFolder), recursive: true);
        File.Delete(Note(dataFolder));
    }

    private static UnixFileMode Passable => UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // A data folder that was moved takes its cluster along; a copy of one must not share it.
    private static void CheckOwner(string dataFolder, string folder)
    {
        var file = Path.Combine(folder, OwnerFile);
        var (owner, asking) = (File.Exists(file) ? File.ReadAllText(file).Trim() : "", Path.GetFullPath(dataFolder));
        if (owner == asking) return;
        if (owner.Length > 0 && File.Exists(Note(owner)) && File.ReadLines(Note(owner)).FirstOrDefault() == folder)
        {
            throw new StoreException(
                StoreProblem.NotAStore, $"The database in {folder} belongs to {owner}: {asking} is a copy without one. Make copies with backup and restore.");
        }

        File.WriteAllText(file, asking + "\n");
    }

    private static string Inside(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), "postgres");

    private static string Note(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), "postgres.folder");
}
