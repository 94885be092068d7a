using CityMap.Server.Api.Problems;
using CityMap.Viewer.Sheets;

namespace CityMap.Server.Maps;

/// <summary>The map sheet beside the program, read when a map is first asked for.</summary>
internal sealed class MapKit(ILogger<MapKit> logger) : IDisposable
{
    private readonly Lock _lock = new();
    private MapSheet? _sheet;

    /// <summary>Styles, symbols and fonts.</summary>
    /// <exception cref="ProblemException">The console has not been built.</exception>
    public MapSheet Sheet
    {
        get
        {
            lock (_lock) return _sheet ??= Load();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _sheet?.Dispose();

    private MapSheet Load()
    {
        try
        {
            var sheet = MapSheet.Load(Path.Combine(AppContext.BaseDirectory, "wwwroot", "map"));
            foreach (var warning in sheet.Fonts.Warnings) logger.MapFontMissing(warning);
            return sheet;
        }
        catch (FileNotFoundException missing)
        {
            throw new ProblemException(new("map_unavailable", missing.Message));
        }
    }
}
