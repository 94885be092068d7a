using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.GeoPackage.Storage;
using Xunit;

namespace CityMap.Stores.Tests.GeoPackage;

/// <summary>The thread that empties the log, beside the one that writes it.</summary>
public sealed class CheckpointerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-gpkg-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_is_not_gone_before_the_writer_has_come_back_from_telling_it()
    {
        var path = Path.Combine(_folder, "city.gpkg");
        var db = StoreFile.OpenWriter(path);
        StoreFile.MakeDurable(db);
        using var writer = new WriterQueue(db, path);
        var checkpointer = new Checkpointer(StoreFile.OpenForCheckpoints(path), writer, path);
        var (tell, telling) = (writer.Wrote!, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using var goOn = new ManualResetEventSlim();
        Exception? failure = null;
        writer.Wrote = written =>
        {
            telling.TrySetResult();
            goOn.Wait(TimeSpan.FromMinutes(1));
            failure = Record.Exception(() => tell(written));
        };

        // More pages than it lets pass without waking.
        await writer.RunAsync(Urgency.Now, (Db to) => to.Execute("CREATE TABLE big AS SELECT zeroblob(16000000)"), TestContext.Current.CancellationToken);
        await telling.Task;
        var disposing = checkpointer.DisposeAsync().AsTask();
        await Task.WhenAny(disposing, Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken));
        var tooEarly = disposing.IsCompleted;
        goOn.Set();
        await disposing;
        Assert.False(tooEarly);
        Assert.Null(failure);
    }
}
