using System.Text.Json;
using Avalonia.Threading;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Viewer.Data;
using CityMap.Viewer.Desktop;
using CityMap.Viewer.Live;
using CityMap.Viewer.Sheets;
using Microsoft.Data.Sqlite;

namespace CityMap.Desktop;

/// <summary>What all windows share: the server, the feed, the city, the selection, and what is kept on disk.</summary>
internal sealed class Desk : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http;
    private readonly string _folder;
    private readonly List<DeskWindow> _windows = [];
    private bool _ending;

    /// <summary>Reads what is kept.</summary>
    public Desk(Options options)
    {
        _folder = Path.GetFullPath(options.Data);
        Directory.CreateDirectory(_folder);
        _http = new() { BaseAddress = options.Server, Timeout = Timeout.InfiniteTimeSpan };
        Client = new(_http);
        City = new(Client, TimeProvider.System);
        Workspace = File.Exists(Noted) ? WorkspaceModel.FromJson(File.ReadAllText(Noted)) : new();
        Detail = new(Client, City.Selection);
        Commands = new(Client, Detail, City.Line, City.Moment);
        List = new(City.Incidents, City.Selection, TimeProvider.System);
        Search = new(Client, City.Selection, TimeProvider.System);
        City.Selection.Changed += () => _ = Detail.LoadAsync(City.Moment.AsOf);
        City.Changed += () => List.Past = City.Past;
    }

    public CityClient Client { get; }

    public CityModel City { get; }

    public WorkspaceModel Workspace { get; }

    public DetailModel Detail { get; }

    public CommandModel Commands { get; }

    public IncidentListModel List { get; }

    public SearchModel Search { get; }

    public CancellationToken Stopped => _stop.Token;

    /// <summary>Folder of the offline pack.</summary>
    public string Folder => _folder;

    private string Noted => Path.Combine(_folder, "windows.json");

    /// <summary>A window where none was.</summary>
    public static WindowPlan First(bool wall) => new(new LonLat(106.7605, 21.8525), 13, wall ? MapTheme.Night : MapTheme.Light, wall);

    /// <summary>Something was reported that was not known before: how severe, and where.</summary>
    public event Action<int, LonLat>? Arrived;

    /// <summary>How the line stands, in the desk's language.</summary>
    public string Badge => City.Line.Badge(Workspace.Language);

    /// <summary>The ground all districts cover, or what was kept offline; null before any is known.</summary>
    public Bounds? Extent => City.Districts.Count > 0
        ? City.Districts.Select(Box).Aggregate(Both)
        : City.Held.Values.SelectMany(h => h.Features).Select(Box).Aggregate((Bounds?)null, (all, one) => all is { } some ? Both(some, one) : one);

    /// <summary>What is said in the desk's language.</summary>
    public string Say(string key) => DesktopWords.Say(key, Workspace.Language);

    /// <summary>Shows what is kept offline, and follows the feed.</summary>
    public void Start()
    {
        try
        {
            if (OfflinePack.Open(_folder) is { } pack) City.Begin(pack);
        }
        catch (InvalidDataException damaged)
        {
            Console.Error.WriteLine($"citymap desktop: {damaged.Message}");
        }

        _ = new FeedClient(_http, TimeProvider.System).RunAsync(message => Dispatcher.UIThread.Post(() => Hear(message)), _stop.Token);
    }

    /// <summary>Looks at a moment, in list, map and detail; null is now.</summary>
    public async Task LookAsync(DateTimeOffset? moment)
    {
        await City.LookAsync(moment, Stopped);
        await Detail.LoadAsync(City.Moment.AsOf);
    }

    /// <summary>Opens another window, when the desk can hold one more.</summary>
    public void Open(WindowPlan plan)
    {
        if (Workspace.Open(plan) >= 0) Show(plan);
    }

    /// <summary>Shows a window of the workspace.</summary>
    public DeskWindow Show(WindowPlan plan, bool lost = false)
    {
        var window = new DeskWindow(this, plan, lost);
        _windows.Add(window);
        window.Closed += (_, _) => Forget(window);
        window.Show();
        return window;
    }

    /// <summary>The program ends: windows that are closed from now on come back.</summary>
    public void End() => _ending = true;

    /// <summary>Notes how a window stands now.</summary>
    public void Note(DeskWindow window, WindowPlan plan) => Workspace.Note(_windows.IndexOf(window), plan);

    /// <summary>The ground a district covers.</summary>
    public static Bounds Box(JsonElement district)
    {
        var b = district.GetProperty("bounds");
        return new(b[0].GetDouble(), b[1].GetDouble(), b[2].GetDouble(), b[3].GetDouble());
    }

    private static Bounds Box(MapFeature feature) => new(Lon(feature.MinX), Lat(feature.MaxY), Lon(feature.MaxX), Lat(feature.MinY));

    private static Bounds Both(Bounds a, Bounds b) => new(Math.Min(a.West, b.West), Math.Min(a.South, b.South), Math.Max(a.East, b.East), Math.Max(a.North, b.North));

    private static double Lon(double x) => (x - 0.5) * 360;

    private static double Lat(double y) => WebMercator.Lat((0.5 - y) * 2 * WebMercator.HalfWorld);

    /// <summary>Keeps what is shown for a start without a server.</summary>
    /// <returns>What is said about it.</returns>
    public async Task<string> SavePackAsync()
    {
        try
        {
            var layers = await KeptAsync();
            var pack = new OfflinePack(City.Line.StaleSince ?? TimeProvider.System.GetUtcNow(), 0, layers);
            await Task.Run(() => pack.Save(_folder, Stopped), Stopped);
            return $"{Say("saved")}: {_folder}";
        }
        catch (Exception refused) when (refused is ServerProblem or IOException or UnauthorizedAccessException or SqliteException)
        {
            return $"{Say("notSaved")}: {refused.Message}";
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            File.WriteAllText(Noted, Workspace.ToJson());
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"citymap desktop: {refused.Message}");
        }

        _stop.Cancel();
        _http.Dispose();
        _stop.Dispose();
    }

    // The last window is kept, and comes back at the next start.
    private void Forget(DeskWindow window)
    {
        if (_windows.Count > 1 && !_ending) Workspace.Close(_windows.IndexOf(window));
        _windows.Remove(window);
    }

    // Bottom first, as it is drawn: the layers the server draws while there is one, and over them those that change entry by entry.
    private async Task<List<(string Layer, string Title, IReadOnlyList<Feature> Features)>> KeptAsync()
    {
        var (kept, live) = (new List<(string Layer, string Title, IReadOnlyList<Feature> Features)>(), City.Line.Live);
        foreach (var layer in City.Layers.Groups.SelectMany(g => g.Layers).Where(l => !l.Live && !DeskWindow.IsLive(l.Id) && !City.Layers.Hidden.Contains(l.Id)).OrderBy(l => l.Order))
        {
            var title = Workspace.Language == MapLanguage.Vi ? layer.Title.Vi : layer.Title.En;
            if (live) kept.Add((layer.Id, title, await PackLayers.ReadAsync(Client, layer.Id, Stopped)));
            else if (City.Held.TryGetValue(layer.Id, out var held)) kept.Add((layer.Id, title, [.. held.Features.Select(PackFeature.Of)]));
        }

        kept.Add(("facilities", Say("facilities"), [.. City.Facilities.Features.Features.Select(PackFeature.Of)]));
        kept.Add(("incidents", Say("incidents"), [.. City.Incidents.Features.Features.Select(PackFeature.Of)]));
        return kept;
    }

    private void Hear(FeedMessage message)
    {
        if (message is FeedMessage.Changed { Layer: "incidents" } reported && City.Incidents.Find(reported.Data.GetProperty("id").GetString()!) is null && reported.Data.TryGetProperty("position", out var at) && at.ValueKind == JsonValueKind.Object)
        {
            Arrived?.Invoke(reported.Data.GetProperty("severity").GetInt32(), new(at.GetProperty("lon").GetDouble(), at.GetProperty("lat").GetDouble()));
        }

        if (City.Hear(message)) _ = City.LoadAsync(_stop.Token);
        if (message is FeedMessage.Changed changed && changed.Layer == City.Selection.Layer && changed.Data.GetProperty("id").GetString() == City.Selection.Id) _ = Detail.LoadAsync(City.Moment.AsOf);
    }
}
