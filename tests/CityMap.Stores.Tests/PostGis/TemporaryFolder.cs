namespace CityMap.Stores.Tests.PostGis;

/// <summary>A folder of its own for one test, closed to other users as temporary folders are; gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(string under = "")
    {
        Root = Directory.CreateTempSubdirectory("citymap-stores-").FullName;
        Path = System.IO.Path.Combine(Root, under);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    private string Root { get; }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
