namespace CityMap.Server.Hosting;

/// <summary>A note in the data folder that says where the server that holds it listens.</summary>
internal static class RunningServer
{
    private const string FileName = "server.address";

    /// <summary>Writes the note; it is taken away again when the answer is disposed.</summary>
    public static IDisposable Announce(string dataFolder, string address)
    {
        var file = Path.Combine(dataFolder, FileName);
        File.WriteAllText(file, address);
        return new Note(file);
    }

    /// <summary>Reads the note; null when there is none. A killed server leaves its note behind, so ask the address before trusting it.</summary>
    public static Uri? Find(string dataFolder)
    {
        var file = Path.Combine(dataFolder, FileName);
        return File.Exists(file) && Uri.TryCreate(File.ReadAllText(file).Trim(), UriKind.Absolute, out var address) ? address : null;
    }

    private sealed class Note(string file) : IDisposable
    {
        public void Dispose() => File.Delete(file);
    }
}
