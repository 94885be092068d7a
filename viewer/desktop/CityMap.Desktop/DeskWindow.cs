using Avalonia;
using Avalonia.Controls;
using Avalonia.Styling;
using Avalonia.Threading;
using CityMap.Geo.Coordinates;
using CityMap.Viewer.Desktop;
using CityMap.Viewer.Sheets;

namespace CityMap.Desktop;

/// <summary>One window of the desk: bar, layers, map, list and detail, time; on the wall only the map and the figures.</summary>
internal sealed class DeskWindow : Window
{
    private const int Hours = 72;
    private static readonly TimeSpan _calm = TimeSpan.FromMilliseconds(250);
    private readonly Desk _desk;
    private readonly int _number;
    private readonly MapPane _map;
    private readonly LayersPane _layers;
    private readonly ListPane _list;
    private readonly DetailPane _detail;
    private readonly SearchBox _search;
    private readonly TextBlock _badge = new() { VerticalAlignment = Avalonia.Layout.VerticalAlignment.Center };
    private readonly Slider _time = new() { Minimum = -Hours, Maximum = 0, Value = 0 };
    private readonly DispatcherTimer _tick = new() { Interval = _calm };
    private readonly WallModel? _wall;
    private bool _stale = true;

    /// <summary>Makes a window of the workspace.</summary>
    public DeskWindow(Desk desk, int number)
    {
        (_desk, _number) = (desk, number);
        var plan = desk.Workspace.Windows[number];
        (_map, _list, _detail) = (new(desk, plan), new(desk), new(desk));
        (_layers, _search) = (new(desk, () => _stale = true), new(desk, _map.Show));
        (Width, Height) = (1440, 900);
        if (plan.Wall)
        {
            _wall = new(TimeProvider.System, TimeSpan.FromSeconds(20));
            WindowState = WindowState.FullScreen;
        }

        Content = plan.Wall ? WallContent() : DeskContent();
        Turn(plan.Theme);
        desk.City.Changed += () => _stale = true;
        desk.City.Selection.Changed += () => _stale = true;
        desk.Detail.Changed += () => _detail.Refresh();
        _time.ValueChanged += async (_, e) => await desk.City.LookAsync(e.NewValue >= 0 ? null : TimeProvider.System.GetUtcNow().AddHours(e.NewValue), desk.Stopped);
        _map.Measured += () => _badge.Text = $"{_map.Ruler.Length:0} m · {_map.Ruler.Area:0} m²";
        _map.Moved += () => _stale = true;
        _tick.Tick += (_, _) => Tick();
        _tick.Start();
        Closing += (_, _) => _tick.Stop();
    }

    /// <summary>Layers in the order they are drawn in before a catalogue is known, bottom first.</summary>
    public static IReadOnlyList<string> Order { get; } = ["green", "water", "buildings", "streets", "districts", "facilities", "incidents"];

    /// <summary>True for layers that change entry by entry.</summary>
    public static bool IsLive(string layer) => layer is "incidents" or "facilities";

    private DockPanel DeskContent()
    {
        var bar = new WrapPanel { Margin = new Thickness(8) };
        bar.Children.AddRange([_search, _badge, Button("measure", StartMeasuring), Button("print", PrintAsync), Button("newWindow", OpenAnother), Button("wall", OpenWall), Button("night", () => Turn(_map.MapTheme == MapTheme.Night ? MapTheme.Light : MapTheme.Night)), Button("language", SwitchLanguage), Button("pack", _desk.SavePack)]);
        var right = new Grid { RowDefinitions = new("*,*"), Width = 360 };
        var detail = new ScrollViewer { Content = _detail };
        Grid.SetRow(detail, 1);
        right.Children.AddRange([_list, detail]);
        return Docked((bar, Dock.Top), (_time, Dock.Bottom), (new ScrollViewer { Content = _layers, Width = 220 }, Dock.Left), (right, Dock.Right));
    }

    private DockPanel WallContent() => Docked((_badge, Dock.Top));

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

    private Button Button(string words, Action press)
    {
        var button = new Button { Tag = words, Content = _desk.Say(words), Margin = new Thickness(4, 0) };
        button.Click += (_, _) => press();
        return button;
    }

    private void Turn(MapTheme theme)
    {
        RequestedThemeVariant = theme == MapTheme.Night ? ThemeVariant.Dark : ThemeVariant.Light;
        _map.Turn(theme);
    }

    // At most four times a second, whatever the feed says.
    private void Tick()
    {
        if (_wall is not null) MoveOn(_wall);
        if (!_stale) return;
        _stale = false;
        var (open, overdue, unseen) = _desk.List.Counts;
        Title = $"CityMap · {_desk.City.Line.Badge(_desk.Workspace.Language)}";
        _badge.Text = $"{_desk.City.Line.Badge(_desk.Workspace.Language)} · {open} / {overdue} / {unseen}{(_desk.City.Error is { } error ? $" · {error}" : "")}";
        _search.Relabel();
        _layers.Refresh();
        _list.Refresh();
        _map.Redraw();
        var view = _map.View;
        _desk.Workspace.Note(_number, new(view.Centre, view.Zoom, _map.MapTheme, _wall is not null));
    }

    private void MoveOn(WallModel wall)
    {
        wall.Load(_desk.City.Districts.Select(d =>
        {
            var b = d.GetProperty("bounds");
            return (d.GetProperty("id").GetString()!, new Bounds(b[0].GetDouble(), b[1].GetDouble(), b[2].GetDouble(), b[3].GetDouble()), d.GetProperty("counts").GetProperty("open").GetInt32());
        }));
        if (wall.Tick() && wall.Looks is { } box) _map.Show(box);
    }

    private void StartMeasuring()
    {
        _map.Measuring = !_map.Measuring;
        _map.Ruler.Clear();
    }

    private void OpenAnother() => Open(_desk.Workspace.Windows[_number] with { Wall = false });

    private void OpenWall() => Open(_desk.Workspace.Windows[_number] with { Wall = true, Theme = MapTheme.Night });

    private void Open(WindowPlan plan)
    {
        var number = _desk.Workspace.Open(plan);
        if (number >= 0) new DeskWindow(_desk, number).Show();
    }

    private void SwitchLanguage()
    {
        _desk.Workspace.Language = _desk.Workspace.Language == MapLanguage.Vi ? MapLanguage.En : MapLanguage.Vi;
        foreach (var button in ((Panel)((DockPanel)Content!).Children[0]).Children.OfType<Button>()) button.Content = _desk.Say((string)button.Tag!);
        _stale = true;
        _detail.Refresh();
    }

    private async void PrintAsync()
    {
        var query = new MapQuery(MapTheme.Light, _desk.Workspace.Language, [.. _desk.City.Layers.Groups.SelectMany(g => g.Layers).Select(l => l.Id).Where(id => !_desk.City.Layers.Hidden.Contains(id))], _desk.City.Moment.AsOf)
        {
            Opacity = _desk.City.Layers.Opacity,
        };
        try
        {
            var pdf = await _desk.Client.FileAsync(query.Page(_map.View, "pdf", "A3", null), _desk.Stopped);
            var file = Path.Combine(_desk.Folder, "citymap-map.pdf");
            await File.WriteAllBytesAsync(file, pdf, _desk.Stopped);
            await Launcher.LaunchUriAsync(new Uri(file));
        }
        catch (ServerProblem problem)
        {
            _badge.Text = problem.Message;
        }
    }
}
