using CityMap.Geo.Storage;

namespace CityMap.Stores.Tests.Contract;

/// <summary>One adapter under test. Shared by all tests of a class (or of the assembly): start servers here, once.</summary>
public interface IStoreFixture
{
    /// <summary>Opens a new, empty store in a place of its own.</summary>
    Task<TestStore> CreateAsync();
}

/// <summary>A store under test with the place it is kept in. Disposing closes the store and removes the place.</summary>
public abstract class TestStore : IAsyncDisposable
{
    /// <summary>The open store.</summary>
    public abstract IStore Store { get; }

    /// <summary>Closes the store and opens it again.</summary>
    public abstract Task ReopenAsync();

    /// <summary>Closes the store, restores a backup over this place and opens it; on failure the store is opened again as it was.</summary>
    public abstract Task RestoreAsync(string backupFile, bool overwrite);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
