using Avalonia.Controls;
using Avalonia.Controls.Primitives;
using Avalonia.Controls.Templates;
using Avalonia.Input;
using Avalonia.Media;
using CityMap.Geo.Coordinates;

namespace CityMap.Desktop;

/// <summary>The search: what was found hangs below the box, over the map, and picking goes there.</summary>
internal sealed class SearchBox : Panel
{
    private readonly Desk _desk;
    private readonly Action<Bounds> _go;
    private readonly TextBox _text = new();
    private readonly ListBox _hits = new()
    {
        MaxHeight = 420,
        ItemTemplate = new FuncDataTemplate<string>((line, _) => new TextBlock { Text = line, TextTrimming = TextTrimming.CharacterEllipsis }),
    };

    private readonly Popup _below;
    private bool _filling;

    /// <summary>Makes one.</summary>
    /// <param name="desk">What all windows share.</param>
    /// <param name="go">Shows a box on the map.</param>
    public SearchBox(Desk desk, Action<Bounds> go)
    {
        (_desk, _go, Width) = (desk, go, 380);
        _below = new() { PlacementTarget = _text, Placement = PlacementMode.BottomEdgeAlignedLeft, Child = new Border { Child = _hits, Width = 380 }, IsLightDismissEnabled = true };
        Children.AddRange([_text, _below]);
        _text.TextChanged += async (_, _) => await desk.Search.TypeAsync(_text.Text ?? "");
        _text.KeyDown += (_, e) => e.Handled = Press(e.Key);
        _hits.SelectionChanged += (_, _) =>
        {
            if (!_filling) Pick(_hits.SelectedIndex);
        };
        desk.Search.Changed += Refresh;
    }

    /// <summary>Hears nothing any more.</summary>
    public void Close() => _desk.Search.Changed -= Refresh;

    /// <summary>Says what may be typed.</summary>
    public void Relabel() => _text.PlaceholderText = _desk.Say("search");

    private bool Press(Key key)
    {
        if (key == Key.Escape) _below.IsOpen = false;
        else if (key == Key.Enter) Pick(0);
        else return false;
        return true;
    }

    private void Pick(int number)
    {
        if (number < 0 || number >= _desk.Search.Hits.Count) return;
        _below.IsOpen = false;
        if (_desk.Search.Pick(_desk.Search.Hits[number]) is { } there) _go(there);
    }

    // All windows ask by the same model: the answer hangs where a person types.
    private void Refresh()
    {
        var search = _desk.Search;
        if (!_text.IsKeyboardFocusWithin)
        {
            _below.IsOpen = false;
            return;
        }

        _filling = true;
        string[] lines = search.Error is { } error ? [error] : search.Busy ? [_desk.Say("loading")] : search.Hits.Count == 0 ? [_desk.Say("nothingFound")] : [.. search.Hits.Select(h => h.Where is null ? h.Name : $"{h.Name} · {h.Where}")];
        _hits.ItemsSource = lines;
        _below.IsOpen = search.Text.Length > 0;
        _filling = false;
    }
}
