using Avalonia.Controls;
using Avalonia.Layout;
using Avalonia.Media;
using CityMap.Viewer.Sheets;

namespace CityMap.Desktop;

/// <summary>The bar of a window: the search, how the line and the incidents stand, what may be done, and what was done last.</summary>
internal sealed class DeskBar : StackPanel
{
    private readonly Desk _desk;
    private readonly StackPanel _row = new() { Orientation = Orientation.Horizontal };
    private readonly TextBlock _badge = new() { VerticalAlignment = VerticalAlignment.Center, Margin = new(12, 4), TextTrimming = TextTrimming.CharacterEllipsis };
    private readonly TextBlock _said = new() { VerticalAlignment = VerticalAlignment.Center, Margin = new(12, 4) };

    /// <summary>Makes one.</summary>
    /// <param name="desk">What all windows share.</param>
    /// <param name="search">The search box; null on the wall.</param>
    /// <param name="actions">Words and what they do.</param>
    public DeskBar(Desk desk, Control? search, params (string Words, Action Press)[] actions)
    {
        (_desk, Margin, Spacing) = (desk, new(8), 4);
        var above = new DockPanel();
        if (search is not null) above.Children.Add(search);
        above.Children.Add(_badge);
        Children.Add(above);
        foreach (var (words, press) in actions)
        {
            var button = new Button { Tag = words, Margin = new(0, 0, 6, 0) };
            button.Click += (_, _) => press();
            _row.Children.Add(button);
        }

        _row.Children.Add(_said);
        if (actions.Length > 0) Children.Add(_row);
        Relabel();
    }

    /// <summary>Writes the buttons in the desk's language.</summary>
    public void Relabel()
    {
        foreach (var button in _row.Children.OfType<Button>()) button.Content = _desk.Say((string)button.Tag!);
    }

    /// <summary>How the line and the incidents stand, which may change by mere waiting.</summary>
    /// <param name="leftOut">Layers that are not shown though they are switched on.</param>
    public void Refresh(IReadOnlyList<string> leftOut)
    {
        var (open, overdue, unseen) = _desk.List.Counts;
        var error = _desk.City.Error is { } text ? $" · {text}" : "";
        var missing = leftOut.Count == 0 ? "" : $" · {_desk.Say("notShown")}: {string.Join(", ", leftOut.Select(Title))}";
        // That nothing is heard any more must be seen from afar.
        if (_desk.City.Line.Live) _badge.ClearValue(TextBlock.ForegroundProperty);
        else _badge.Foreground = Brushes.OrangeRed;
        _badge.Text = $"{_desk.Badge} · {open} {_desk.Say("openCount")} · {overdue} {_desk.Say("overdueCount")} · {unseen} {_desk.Say("unseenCount")}{error}{missing}";
    }

    private string Title(string layer)
    {
        var title = _desk.City.Layers.Groups.SelectMany(g => g.Layers).FirstOrDefault(l => l.Id == layer)?.Title;
        return title is null ? layer : _desk.Workspace.Language == MapLanguage.Vi ? title.Vi : title.En;
    }

    /// <summary>Says what was done, or measured; empty says nothing.</summary>
    public void Tell(string text) => _said.Text = text;
}
