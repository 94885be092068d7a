namespace CityMap.Stores.Tests.PostGis;

/// <summary>A folder of its own for one test; gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(string under = "")
    {
        Root = Directory.CreateTempSubdirectory("citymap-stores-").FullName;

        // The server of a private cluster may run as another user than the tests.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Root, (UnixFileMode)0b111_101_101);
        Path = System.IO.Path.Combine(Root, under);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    private string Root { get; }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
