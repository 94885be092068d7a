using System.Security.Cryptography;

namespace CityMap.Server.Hosting;

/// <summary>
/// A note in the data folder that says where the server that holds it listens, and the key with which the owner of the folder may ask it
/// for maintenance. Only the owner can read it.
/// </summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Key">The key for maintenance.</param>
internal sealed record RunningServer(Uri Address, string Key)
{
    private const string FileName = "server.address";

    /// <summary>A new key.</summary>
    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>Writes the note; it is taken away again when the answer is disposed.</summary>
    public static IDisposable Announce(string dataFolder, string address, string key)
    {
        var file = Path.Combine(dataFolder, FileName);
        File.Delete(file);
        using (var writer = new StreamWriter(OwnersFile.Create(file))) writer.Write($"{address}\n{key}\n");
        return new Note(file);
    }

    /// <summary>Reads the note; null when there is none. A killed server leaves its note behind, so ask the address before trusting it.</summary>
    public static RunningServer? Find(string dataFolder)
    {
        var file = Path.Combine(dataFolder, FileName);
        return File.Exists(file) && File.ReadAllLines(file) is [var address, var key, ..] && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? new(uri, key)
            : null;
    }

    private sealed class Note(string file) : IDisposable
    {
        public void Dispose() => File.Delete(file);
    }
}
