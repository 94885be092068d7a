namespace CityMap.Stores.Tests.Contract;

/// <summary>Removes a file at the end of a test.</summary>
internal sealed class TemporaryFile(string path) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        File.Delete(path);
        return ValueTask.CompletedTask;
    }
}
