namespace CityMap.Geo.Tests.Formats;

/// <summary>A file for as long as a test runs.</summary>
internal sealed class SomeFile : IDisposable
{
    public SomeFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"citymap-{System.IO.Path.GetRandomFileName()}");

    public void Dispose() => File.Delete(Path);
}
