using CityMap.Server.Tiles;

namespace CityMap.Server.Tests.Tiles;

/// <summary>Finished tiles are made once, and kept within bounds.</summary>
public sealed class TileCacheTests
{
    [Fact]
    public async Task What_many_want_at_once_is_made_once()
    {
        var cache = new TileCache(1_000_000);
        var gate = new TaskCompletionSource();
        var made = 0;

        var waiting = Enumerable.Range(0, 50).Select(_ => cache.GetAsync("a", "1", MakeAsync, CancellationToken.None)).ToList();
        gate.SetResult();
        var tiles = await Task.WhenAll(waiting);

        Assert.Equal(1, made);
        Assert.All(tiles, tile => Assert.Same(tiles[0], tile));

        async Task<Tile> MakeAsync()
        {
            Interlocked.Increment(ref made);
            await gate.Task;
            return Tile.Of([1, 2, 3]);
        }
    }

    [Fact]
    public async Task Another_state_is_another_tile()
    {
        var cache = new TileCache(1_000_000);

        var old = await cache.GetAsync("a", "1", () => Task.FromResult(Tile.Of([1])), CancellationToken.None);
        var renewed = await cache.GetAsync("a", "2", () => Task.FromResult(Tile.Of([2])), CancellationToken.None);

        Assert.NotEqual(old.Tag, renewed.Tag);
        Assert.Equal(renewed.Weight, cache.Bytes);
    }

    [Fact]
    public async Task The_least_used_goes_when_the_room_is_full()
    {
        var cache = new TileCache(1_000);
        var made = new List<string>();

        foreach (var key in new[] { "a", "b", "a", "c", "d", "a", "b" }) await cache.GetAsync(key, "1", () => Make(key), CancellationToken.None);

        Assert.Equal(["a", "b", "c", "d", "b"], made);
        Assert.InRange(cache.Bytes, 1, 1_000);

        Task<Tile> Make(string key)
        {
            made.Add(key);
            return Task.FromResult(Tile.Of(new byte[130]));
        }
    }

    [Fact]
    public async Task One_that_gives_up_does_not_spoil_it_for_the_others()
    {
        var cache = new TileCache(1_000_000);
        var gate = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();

        var first = cache.GetAsync("a", "1", MakeAsync, impatient.Token);
        var second = cache.GetAsync("a", "1", MakeAsync, CancellationToken.None);
        await impatient.CancelAsync();
        gate.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False((await second).IsEmpty);

        async Task<Tile> MakeAsync()
        {
            await gate.Task;
            return Tile.Of([1]);
        }
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        var cache = new TileCache(1_000_000);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            cache.GetAsync("a", "1", () => Task.FromException<Tile>(new InvalidOperationException()), CancellationToken.None));

        Assert.False((await cache.GetAsync("a", "1", () => Task.FromResult(Tile.Of([1])), CancellationToken.None)).IsEmpty);
    }
}
