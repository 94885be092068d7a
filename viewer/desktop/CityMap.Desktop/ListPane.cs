using Avalonia.Controls;
using CityMap.Viewer.Desktop;

namespace CityMap.Desktop;

/// <summary>The list of incidents, the same ones the map shows, with the chosen one marked.</summary>
internal sealed class ListPane : DockPanel
{
    private readonly Desk _desk;
    private readonly ListBox _rows = new();
    private readonly TextBlock _empty = new() { TextWrapping = Avalonia.Media.TextWrapping.Wrap };
    private IReadOnlyList<IncidentRow> _shown = [];
    private bool _filling;

    /// <summary>Makes one.</summary>
    public ListPane(Desk desk)
    {
        _desk = desk;
        var words = new TextBox();
        words.TextChanged += (_, _) =>
        {
            desk.List.Words = words.Text ?? "";
            Refresh();
        };
        SetDock(words, Dock.Top);
        SetDock(_empty, Dock.Top);
        Children.AddRange([words, _empty, _rows]);
        _rows.SelectionChanged += (_, _) =>
        {
            if (!_filling && _rows.SelectedIndex >= 0) desk.City.Selection.Choose("incidents", _shown[_rows.SelectedIndex].Id);
        };
    }

    /// <summary>Fills it.</summary>
    public void Refresh()
    {
        _filling = true;
        _shown = _desk.List.Rows();
        _rows.ItemsSource = _shown.Select(r => $"{r.Severity}  {r.Title}\n{_desk.Say(r.State)} · {r.Address}").ToList();
        _rows.SelectedIndex = _desk.List.Chosen(_shown);
        _empty.IsVisible = _shown.Count == 0;
        _empty.Text = _desk.Say(_desk.List.Counts.Open == 0 ? "noIncidents" : "noneMatches");
        _filling = false;
    }
}
