using Avalonia.Threading;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Viewer.Desktop;
using CityMap.Viewer.Live;
using CityMap.Viewer.Sheets;

namespace CityMap.Desktop;

/// <summary>What all windows share: the server, the feed, the city, the selection, and what is kept on disk.</summary>
internal sealed class Desk : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _http;
    private readonly string _folder;

    /// <summary>Reads what is kept.</summary>
    public Desk(Options options)
    {
        _folder = options.Data;
        Directory.CreateDirectory(_folder);
        _http = new() { BaseAddress = options.Server, Timeout = Timeout.InfiniteTimeSpan };
        Client = new(_http);
        City = new(Client, TimeProvider.System);
        Workspace = File.Exists(Note) ? WorkspaceModel.FromJson(File.ReadAllText(Note)) : new();
        Detail = new(Client, City.Selection);
        Commands = new(Client, Detail, City.Line, City.Moment);
        List = new(City.Incidents, City.Selection, TimeProvider.System);
        Search = new(Client, City.Selection, TimeProvider.System);
        City.Selection.Changed += () => _ = Detail.LoadAsync(City.Moment.AsOf);
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

    private string Note => Path.Combine(_folder, "windows.json");

    /// <summary>A window where none was.</summary>
    public static WindowPlan First(bool wall) => new(new LonLat(106.7605, 21.8525), 13, wall ? MapTheme.Night : MapTheme.Light, wall);

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

    /// <summary>Keeps what is shown for a start without a server.</summary>
    public void SavePack()
    {
        var layers = new List<(string, string, IReadOnlyList<Feature>)>
        {
            ("incidents", Say("incidents"), [.. City.Shown.Features.Select(PackFeature.Of)]),
            ("facilities", Say("facilities"), [.. City.Facilities.Features.Features.Select(PackFeature.Of)]),
        };
        layers.AddRange(City.Held.Where(h => !DeskWindow.IsLive(h.Key)).Select(h => (h.Key, h.Key, (IReadOnlyList<Feature>)[.. h.Value.Features.Select(PackFeature.Of)])));
        new OfflinePack(TimeProvider.System.GetUtcNow(), 0, layers).Save(_folder, _stop.Token);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.WriteAllText(Note, Workspace.ToJson());
        _stop.Cancel();
        _http.Dispose();
        _stop.Dispose();
    }

    private void Hear(FeedMessage message)
    {
        if (City.Hear(message)) _ = City.LoadAsync(_stop.Token);
        if (message is FeedMessage.Changed changed && changed.Layer == City.Selection.Layer && changed.Data.GetProperty("id").GetString() == City.Selection.Id) _ = Detail.LoadAsync(City.Moment.AsOf);
    }
}
