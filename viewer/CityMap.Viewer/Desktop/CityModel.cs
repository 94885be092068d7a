using System.Text.Json;
using CityMap.Geo.Layers;
using CityMap.Viewer.Data;
using CityMap.Viewer.Live;

namespace CityMap.Viewer.Desktop;

/// <summary>
/// What all windows show: live layers over the feed, districts, the catalogue, the selection and the moment looked at. It begins with an
/// offline pack when there is one, and takes the server's word for it as soon as there is a server. One thread at a time.
/// </summary>
public sealed class CityModel
{
    private readonly CityClient _client;
    private readonly LiveFeatures _incidents = new("incidents");
    private FeatureSet? _past;
    private (FeatureSet All, FeatureSet Open) _open = (FeatureSet.Empty, FeatureSet.Empty);
    private bool _loaded;
    private int _loads;

    /// <summary>Makes one.</summary>
    /// <param name="client">Whom to ask.</param>
    /// <param name="time">The clock.</param>
    public CityModel(CityClient client, TimeProvider time) => (_client, Line, Moment) = (client, new(time), new(time));

    /// <summary>Open incidents, now.</summary>
    public LiveFeatures Incidents => _incidents;

    /// <summary>Facilities.</summary>
    public LiveFeatures Facilities { get; } = new("facilities");

    /// <summary>How the line stands.</summary>
    public ConnectionModel Line { get; }

    /// <summary>The layers.</summary>
    public LayerTreeModel Layers { get; } = new();

    /// <summary>What is chosen.</summary>
    public SelectionModel Selection { get; } = new();

    /// <summary>The moment looked at.</summary>
    public TimeModel Moment { get; }

    /// <summary>Layers held in memory besides the live ones, such as those of an offline pack.</summary>
    public IReadOnlyDictionary<string, FeatureSet> Held { get; private set; } = new Dictionary<string, FeatureSet>();

    /// <summary>The districts as the API lists them, with their counts.</summary>
    public IReadOnlyList<JsonElement> Districts { get; private set; } = [];

    /// <summary>What was open at the moment looked at, with that moment; null when it is now, or not read yet.</summary>
    public (FeatureSet Features, DateTimeOffset At)? Past => _past is { } past && Moment.AsOf is { } at ? (past, at) : null;

    /// <summary>What is open at the moment looked at.</summary>
    public FeatureSet Shown
    {
        get
        {
            if (_past is not null) return _past;
            var all = _incidents.Features;
            if (!ReferenceEquals(_open.All, all)) _open = (all, new([.. all.Features.Where(f => f.Attributes.GetValueOrDefault("open") is not false)]));
            return _open.Open;
        }
    }

    /// <summary>Why the last reading failed; null when it did not.</summary>
    public string? Error { get; private set; }

    /// <summary>Something to be shown has changed.</summary>
    public event Action? Changed;

    /// <summary>Shows what was saved, until a server is heard.</summary>
    public void Begin(OfflinePack pack)
    {
        if (_loaded) return;
        Line.ShowsFrom(pack.SavedAt);
        Held = pack.Layers.ToDictionary(l => l.Layer, l => new FeatureSet([.. l.Features.Select(MapFeatures.Of).OfType<MapFeature>()]), StringComparer.Ordinal);
        if (Held.TryGetValue("incidents", out var incidents)) _incidents.Load(incidents.Features, pack.Sequence);
        if (Held.TryGetValue("facilities", out var facilities)) Facilities.Load(facilities.Features, pack.Sequence);
        Layers.Load([.. pack.Layers.Select((l, i) => new LayerInfo(l.Layer, new(l.Title, l.Title), GeometryKind.Point, []) { Group = l.Layer is "incidents" or "facilities" ? "live" : "base", Order = i })]);
        Changed?.Invoke();
    }

    /// <summary>Takes a message of the feed in.</summary>
    /// <returns>True when everything is to be read anew, by <see cref="LoadAsync"/>.</returns>
    public bool Hear(FeedMessage message)
    {
        var changed = Line.Hear(message) | _incidents.Hear(message) | Facilities.Hear(message);
        if (changed) Changed?.Invoke();
        return message is FeedMessage.Reload or FeedMessage.LayerChanged || (message is FeedMessage.Connected && !_loaded);
    }

    /// <summary>Reads the catalogue, the districts and both live layers. What the feed says meanwhile is not undone by it.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var load = ++_loads;
        try
        {
            var layers = await _client.ReadAsync("/api/layers", cancellationToken);
            var districts = await _client.ReadAsync("/api/districts", cancellationToken);
            var incidents = await _client.ListAsync("/api/incidents?open=true", cancellationToken);
            var facilities = await _client.ListAsync("/api/facilities", cancellationToken);
            if (load != _loads) return;
            Layers.Load([.. layers.GetProperty("items").EnumerateArray().Select(WireLayer.Read)]);
            Districts = [.. districts.GetProperty("items").EnumerateArray()];
            _incidents.Load(incidents.Items, incidents.Sequence);
            Facilities.Load(facilities.Items, facilities.Sequence);
            (_loaded, Error) = (true, null);
        }
        catch (ServerProblem problem)
        {
            Error = problem.Message;
        }

        Changed?.Invoke();
    }

    /// <summary>Looks at a moment; null is now.</summary>
    public async Task LookAsync(DateTimeOffset? moment, CancellationToken cancellationToken)
    {
        Moment.Look(moment);
        if (Moment.AsOf is not { } at)
        {
            (_past, Error) = (null, null);
            Changed?.Invoke();
            return;
        }

        try
        {
            var (items, _) = await _client.ListAsync($"/api/incidents?open=true&asOf={Uri.EscapeDataString(at.UtcDateTime.ToString("O"))}", cancellationToken);
            if (Moment.AsOf != at) return;
            _past = new([.. items.Select(WireFeature.Read).OfType<MapFeature>()]);
            Error = null;
        }
        catch (ServerProblem problem)
        {
            Error = problem.Message;
        }

        Changed?.Invoke();
    }
}
