using CityMap.Geo;
using CityMap.Geo.Storage;

namespace CityMap.Server.Hosting;

/// <summary>The one place that names a store.</summary>
internal static class StoreOpener
{
    /// <summary>Opens the store the options name, making it when the folder is empty.</summary>
    /// <exception cref="UserErrorException">It cannot be opened; the message says why.</exception>
    public static async Task<IStore> OpenAsync(ServerOptions options, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(options.DataFolder);
            return options.Store switch
            {
                StoreKind.GeoPackage => await OpenGeoPackageAsync(options, timeProvider, cancellationToken),
                _ => await OpenPostGisAsync(options, timeProvider, cancellationToken),
            };
        }
        catch (StoreException refused)
        {
            throw new UserErrorException(refused.Message, refused);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The data folder {options.DataFolder} cannot be used: {refused.Message}", refused);
        }
    }

    private static Task<IStore> OpenGeoPackageAsync(ServerOptions options, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        throw new StoreException(StoreProblem.NotAStore, $"No GeoPackage store in {options.DataFolder}.");

    private static Task<IStore> OpenPostGisAsync(ServerOptions options, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        throw new StoreException(StoreProblem.NotAStore, $"No PostGIS store in {options.DataFolder}.");
}
