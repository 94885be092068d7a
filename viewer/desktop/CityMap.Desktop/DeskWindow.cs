using Avalonia.Controls;
using Avalonia.Controls.Documents;
using Avalonia.Input;
using Avalonia.Platform.Storage;
using Avalonia.Styling;
using Avalonia.Threading;
using CityMap.Geo.Coordinates;
using CityMap.Viewer.Desktop;
using CityMap.Viewer.Sheets;

namespace CityMap.Desktop;

/// <summary>One window of the desk: bar, layers, map, list and detail, time; on the wall only the map and the figures.</summary>
internal sealed class DeskWindow : Window
{
    private static readonly TimeSpan _calm = TimeSpan.FromMilliseconds(250);
    private readonly Desk _desk;
    private readonly MapPane _map;
    private readonly LayersPane _layers;
    private readonly ListPane _list;
    private readonly DetailPane _detail;
    private readonly SearchBox _search;
    private readonly TimeBar _time;
    private readonly DeskBar _bar;
    private readonly DispatcherTimer _tick = new() { Interval = _calm };
    private readonly WallModel? _wall;
    private MapLanguage _spoken;
    private bool _stale = true;
    private bool _lost;

    /// <summary>Makes a window.</summary>
    /// <param name="desk">What all windows share.</param>
    /// <param name="plan">How it stands.</param>
    /// <param name="lost">True when nobody has said yet where it looks: then it shows the city as soon as it is known.</param>
    public DeskWindow(Desk desk, WindowPlan plan, bool lost)
    {
        (_desk, _lost, _spoken) = (desk, lost, desk.Workspace.Language);
        (_map, _list, _detail, _time) = (new(desk, plan), new(desk, Reveal), new(desk), new(desk));
        (_layers, _search) = (new(desk, Stale), new(desk, _map.Show));
        (Width, Height) = (1440, 900);
        if (plan.Wall)
        {
            _wall = new(TimeProvider.System, TimeSpan.FromSeconds(20));
            WindowState = WindowState.FullScreen;
        }

        _bar = plan.Wall ? new(desk, null) : new(
            desk, _search, ("wholeCity", ShowCity), ("measure", _map.Measure), ("print", PrintAsync), ("newWindow", OpenAnother), ("wall", OpenWall), ("night", Night), ("language", SwitchLanguage), ("pack", SavePackAsync));
        Content = plan.Wall ? WallContent() : DeskContent();
        Turn(plan.Theme);
        _map.Measured += () => _bar.Tell(_map.Ruler.Said);
        _map.Moved += Stale;
        desk.City.Changed += Stale;
        desk.City.Selection.Changed += Stale;
        desk.Detail.Changed += _detail.Refresh;
        desk.Arrived += Arrive;
        _detail.Refresh();
        _tick.Tick += (_, _) => Tick();
        _tick.Start();
    }

    /// <summary>Layers in the order they are drawn in before a catalogue is known, bottom first.</summary>
    public static IReadOnlyList<string> Order { get; } = ["green", "water", "buildings", "streets", "districts", "facilities", "incidents"];

    /// <summary>True for layers that change entry by entry.</summary>
    public static bool IsLive(string layer) => layer is "incidents" or "facilities";

    /// <inheritdoc/>
    protected override void OnClosed(EventArgs e)
    {
        _tick.Stop();
        _desk.City.Changed -= Stale;
        _desk.City.Selection.Changed -= Stale;
        _desk.Detail.Changed -= _detail.Refresh;
        _desk.Arrived -= Arrive;
        _search.Close();
        _map.Dispose();
        base.OnClosed(e);
    }

    /// <inheritdoc/>
    protected override void OnKeyDown(KeyEventArgs e)
    {
        // On the wall nothing else can be pressed.
        if (_wall is not null && e.Key == Key.Escape) Close();
        base.OnKeyDown(e);
    }

    private DockPanel DeskContent()
    {
        var right = new Grid { RowDefinitions = new("*,*"), Width = 360 };
        var detail = new ScrollViewer { Content = _detail };
        Grid.SetRow(detail, 1);
        right.Children.AddRange([_list, detail]);
        return Docked((_bar, Dock.Top), (_time, Dock.Bottom), (new ScrollViewer { Content = _layers, Width = 280 }, Dock.Left), (right, Dock.Right));
    }

    private DockPanel WallContent()
    {
        TextElement.SetFontSize(_bar, 30);
        return Docked((_bar, Dock.Top));
    }

    private DockPanel Docked(params (Control Control, Dock Side)[] around)
    {
        var panel = new DockPanel();
        foreach (var (control, side) in around)
        {
            DockPanel.SetDock(control, side);
            panel.Children.Add(control);
        }

        panel.Children.Add(_map);
        return panel;
    }

    private void Stale() => _stale = true;

    private void Arrive(int severity, LonLat at)
    {
        _wall?.Hear(severity, at);
        if (_wall?.Alarm is { } alarm) _map.Show(alarm);
    }

    private void Reveal(string incident)
    {
        if (_desk.City.Shown.Features.FirstOrDefault(f => f.Id == incident) is { } chosen) _map.Reveal(chosen.Xy[0], chosen.Xy[1]);
    }

    private void ShowCity()
    {
        if (_desk.Extent is { } city) _map.Show(city);
    }

    private void Night() => Turn(_map.MapTheme == MapTheme.Night ? MapTheme.Light : MapTheme.Night);

    private void Turn(MapTheme theme)
    {
        RequestedThemeVariant = theme == MapTheme.Night ? ThemeVariant.Dark : ThemeVariant.Light;
        _map.Turn(theme);
        _stale = true;
    }

    // At most four times a second, whatever the feed says.
    private void Tick()
    {
        if (_wall is not null) MoveOn(_wall);
        _time.Tick();
        Speak();
        if (_stale || !_desk.City.Line.Live)
        {
            Title = $"CityMap · {_desk.Badge}";
            _bar.Refresh(_map.LeftOut);
        }

        if (!_stale) return;
        _stale = false;
        if (_lost && _desk.Extent is { } city)
        {
            _lost = false;
            _map.Show(city);
        }

        _layers.Refresh(_map.MapTheme);
        _list.Refresh();
        _map.Redraw();
        var view = _map.View;
        _desk.Note(this, new(view.Centre, view.Zoom, _map.MapTheme, _wall is not null));
    }

    private void Speak()
    {
        _search.Relabel();
        if (_spoken == _desk.Workspace.Language) return;
        (_spoken, _stale) = (_desk.Workspace.Language, true);
        _bar.Relabel();
        _detail.Refresh();
    }

    private void MoveOn(WallModel wall)
    {
        wall.Load(_desk.City.Districts.Select(d => (d.GetProperty("id").GetString()!, Desk.Box(d), d.GetProperty("counts").GetProperty("open").GetInt32())));
        if (wall.Tick() && wall.Looks is { } box) _map.Show(box);
    }

    private void OpenAnother() => _desk.Open(Plan with { Wall = false });

    private void OpenWall() => _desk.Open(Plan with { Wall = true, Theme = MapTheme.Night });

    private WindowPlan Plan => new(_map.View.Centre, _map.View.Zoom, _map.MapTheme, false);

    private void SwitchLanguage() => _desk.Workspace.Language = _desk.Workspace.Language == MapLanguage.Vi ? MapLanguage.En : MapLanguage.Vi;

    private async void SavePackAsync()
    {
        _bar.Tell(_desk.Say("loading"));
        _bar.Tell(await _desk.SavePackAsync());
    }

    private async void PrintAsync()
    {
        var layers = _desk.City.Layers;
        var query = new MapQuery(MapTheme.Light, _desk.Workspace.Language, [.. layers.Groups.SelectMany(g => g.Layers).Select(l => l.Id).Where(id => !layers.Hidden.Contains(id))], _desk.City.Moment.AsOf)
        {
            Opacity = layers.Opacity,
        };
        _bar.Tell(_desk.Say("loading"));
        try
        {
            var pdf = await _desk.Client.FileAsync(query.Page(_map.View, "pdf", "A3", null), _desk.Stopped);
            var file = new FileInfo(Path.Combine(_desk.Folder, "citymap-map.pdf"));
            await File.WriteAllBytesAsync(file.FullName, pdf, _desk.Stopped);
            _bar.Tell($"{_desk.Say("saved")}: {file.FullName}");
            await Launcher.LaunchFileInfoAsync(file);
        }
        catch (Exception refused) when (refused is ServerProblem or IOException or UnauthorizedAccessException)
        {
            _bar.Tell($"{_desk.Say("notSaved")}: {refused.Message}");
        }
    }
}
