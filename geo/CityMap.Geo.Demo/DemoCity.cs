using CityMap.Geo.Coordinates;
using CityMap.Geo.Demo.Incidents;
using CityMap.Geo.Demo.Places;
using CityMap.Geo.Demo.Scenario;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Demo;

/// <summary>
/// The demo city: a believable Lạng Sơn drawn by code alone, its last 90 days and its next hours. A pure function of
/// <see cref="DemoOptions"/> and a moment: the same on every machine. Everything in it is illustrative.
/// </summary>
public sealed class DemoCity
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<Feature>> _features;
    private readonly IncidentMaker _maker;
    private readonly DateTimeOffset _now;

    private DemoCity(DemoOptions options, DateTimeOffset now, World world)
    {
        (Options, _now) = (options, now);
        _features = world.Features;
        Facilities = world.Facilities(now);
        _maker = new IncidentMaker(options, world, Facilities);
        Bounds = world.Bounds;
    }

    /// <summary>What it was generated from.</summary>
    public DemoOptions Options { get; }

    /// <summary>The static layers, in map order; features of each come from <see cref="Features"/>.</summary>
    public static IReadOnlyList<LayerInfo> Layers => DemoLayers.All;

    /// <summary>A box that holds every feature, facility and incident.</summary>
    public Bounds Bounds { get; }

    /// <summary>Where the map opens.</summary>
    public LonLat Center { get; } = new(106.7605, 21.8525);

    /// <summary>The zoom the map opens at.</summary>
    public double Zoom { get; } = 13.6;

    /// <summary>The facilities, with their state at the moment the city was generated for.</summary>
    public IReadOnlyList<DemoFacility> Facilities { get; }

    /// <summary>Readings of the last 24 hours, by facility and quantity, oldest first; generated while they are read.</summary>
    public IEnumerable<DemoReading> Readings =>
        Measurements.Between(Options.Seed, Facilities, _now.AddHours(-24), _now, TimeSpan.FromMinutes(15));

    /// <summary>How many incidents <see cref="History"/> holds.</summary>
    public int HistoryCount => IncidentHistory.Count(Options, _now);

    /// <summary>The incidents of the past, by the day they were reported; generated while they are read and not kept.</summary>
    public IEnumerable<DemoIncident> History => IncidentHistory.Of(Options, _maker, _now);

    // Nothing older than this can still be open: the longest life is well under a month.
    private IEnumerable<DemoIncident> Recent => IncidentHistory.Since(Options, _maker, _now, Moments.Day(_now) - 40);

    /// <summary>Draws the city.</summary>
    /// <param name="options">Size and seed.</param>
    /// <param name="now">The moment the past ends at.</param>
    public static DemoCity Generate(DemoOptions options, DateTimeOffset now) =>
        new(options, now.ToUniversalTime(), World.Draw(options));

    /// <summary>The features of one static layer.</summary>
    /// <exception cref="ArgumentException">There is no such static layer.</exception>
    public IReadOnlyList<Feature> Features(string layerId) => _features.TryGetValue(layerId, out var features)
        ? features
        : throw new ArgumentException($"The demo city has no static layer '{layerId}'.", nameof(layerId));

    /// <summary>What happens from a moment on: ordered steps without end, the same for the same city and start.</summary>
    public IEnumerable<ScenarioStep> Scenario(DateTimeOffset start, ScenarioOptions? options = null) =>
        new Play(Options, _maker, Facilities, Recent, start.ToUniversalTime(), options ?? new()).Steps();
}
