using Avalonia.Controls;
using Avalonia.Controls.Templates;
using Avalonia.Media;
using CityMap.Viewer.Desktop;
using CityMap.Viewer.Sheets;

namespace CityMap.Desktop;

/// <summary>The list of incidents, the same ones the map shows, with the chosen one marked.</summary>
internal sealed class ListPane : DockPanel
{
    private readonly Desk _desk;
    private readonly TextBox _words = new() { Margin = new(0, 0, 0, 4) };
    private readonly ListBox _rows = new();
    private readonly TextBlock _empty = new() { TextWrapping = TextWrapping.Wrap, Margin = new(8) };
    private (IReadOnlyList<IncidentRow> Rows, MapLanguage Language) _shown = ([], MapLanguage.Vi);
    private bool _filling;

    /// <summary>Makes one.</summary>
    /// <param name="desk">What all windows share.</param>
    /// <param name="reveal">Called with the id of an incident that was chosen here.</param>
    public ListPane(Desk desk, Action<string> reveal)
    {
        _desk = desk;
        _words.TextChanged += (_, _) =>
        {
            desk.List.Words = _words.Text ?? "";
            Refresh();
        };
        _rows.ItemTemplate = new FuncDataTemplate<IncidentRow>((row, _) => row is null ? null : Row(row));
        SetDock(_words, Dock.Top);
        SetDock(_empty, Dock.Top);
        Children.AddRange([_words, _empty, _rows]);
        _rows.SelectionChanged += (_, _) =>
        {
            if (_filling || _rows.SelectedItem is not IncidentRow row) return;
            desk.City.Selection.Choose("incidents", row.Id);
            reveal(row.Id);
        };
    }

    /// <summary>Fills it; what is the same stays, and with it the place it was scrolled to.</summary>
    public void Refresh()
    {
        _filling = true;
        var (rows, language) = (_desk.List.Rows(), _desk.Workspace.Language);
        if (language != _shown.Language || !rows.SequenceEqual(_shown.Rows))
        {
            _shown = (rows, language);
            _rows.ItemsSource = rows;
        }

        var chosen = _desk.List.Chosen(rows);
        if (chosen != _rows.SelectedIndex) _rows.SelectedIndex = chosen;
        _words.PlaceholderText = _desk.Say("searchList");
        _empty.IsVisible = rows.Count == 0;
        _empty.Text = _desk.Say(_desk.List.Counts.Open == 0 ? "noIncidents" : "noneMatches");
        _filling = false;
    }

    private StackPanel Row(IncidentRow row)
    {
        var late = row.Overdue(_desk.City.Moment.AsOf ?? TimeProvider.System.GetUtcNow());
        var state = $"{_desk.Say(row.State)}{(late ? $" · {_desk.Say("overdueCount")}" : "")}{(row.Acknowledged ? "" : $" · {_desk.Say("unseenCount")}")}";
        return new()
        {
            Children =
            {
                Line($"{row.Severity} · {row.Title}", row.Acknowledged ? FontWeight.Normal : FontWeight.SemiBold),
                Line($"{state} · {row.Address}", FontWeight.Normal),
            },
        };
    }

    private static TextBlock Line(string text, FontWeight weight)
    {
        var line = new TextBlock { Text = text, FontWeight = weight, TextTrimming = TextTrimming.CharacterEllipsis };
        ToolTip.SetTip(line, text);
        return line;
    }
}
