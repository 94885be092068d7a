using CityMap.Server.Hosting;
using CityMap.Server.Hosting.Stores;
using CityMap.Server.Imports;

namespace CityMap.Server.Tests.Imports;

/// <summary>Whom the files of the server can be read by: what people bring, and the store.</summary>
public sealed class OwnersFileTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-owner-").FullName;

    [Fact]
    public async Task An_upload_is_put_down_for_the_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        var file = Path.Combine(_folder, "upload");
        await ImportsApi.SpoolAsync(new MemoryStream("id,lon,lat\n"u8.ToArray()), file, TestContext.Current.CancellationToken);
        Assert.Equal([(file, Owner)], Modes());
    }

    [Fact]
    public async Task A_new_store_is_the_owners_alone_with_all_that_lies_beside_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        await using (await StoreOpener.OpenAsync(new ServerOptions { DataFolder = _folder, Port = 0 }, TimeProvider.System, TestContext.Current.CancellationToken))
        {
            var files = Modes().Where(f => !f.Path.EndsWith(".lock", StringComparison.Ordinal)).ToList();
            Assert.Contains(files, f => f.Path.EndsWith(".gpkg-wal", StringComparison.Ordinal));
            Assert.All(files, f => Assert.Equal(Owner, f.Mode));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private List<(string Path, UnixFileMode Mode)> Modes() => [.. Directory.EnumerateFiles(_folder).Select(path => (path, OperatingSystem.IsWindows() ? Owner : File.GetUnixFileMode(path)))];
}
