using Avalonia.Controls;
using CityMap.Geo.Coordinates;

namespace CityMap.Desktop;

/// <summary>The search: what was found hangs below the box, and picking goes there.</summary>
internal sealed class SearchBox : StackPanel
{
    private readonly Desk _desk;
    private readonly TextBox _text = new();
    private readonly ListBox _hits = new() { IsVisible = false, MaxHeight = 320 };
    private bool _filling;

    /// <summary>Makes one.</summary>
    /// <param name="desk">What all windows share.</param>
    /// <param name="go">Shows a box on the map.</param>
    public SearchBox(Desk desk, Action<Bounds> go)
    {
        (_desk, Width) = (desk, 380);
        Children.AddRange([_text, _hits]);
        _text.TextChanged += async (_, _) => await desk.Search.TypeAsync(_text.Text ?? "");
        _hits.SelectionChanged += (_, _) =>
        {
            if (_filling || _hits.SelectedIndex < 0 || _hits.SelectedIndex >= desk.Search.Hits.Count) return;
            var box = desk.Search.Pick(desk.Search.Hits[_hits.SelectedIndex]);
            _hits.IsVisible = false;
            if (box is { } there) go(there);
        };
        desk.Search.Changed += Refresh;
    }

    /// <summary>Says what may be typed.</summary>
    public void Relabel() => _text.PlaceholderText = _desk.Say("search");

    private void Refresh()
    {
        _filling = true;
        var search = _desk.Search;
        string[] lines = search.Error is { } error ? [error] : search.Busy ? [_desk.Say("loading")] : search.Hits.Count == 0 ? [_desk.Say("nothingFound")] : [.. search.Hits.Select(h => h.Where is null ? h.Name : $"{h.Name} · {h.Where}")];
        _hits.ItemsSource = lines;
        _hits.IsVisible = search.Text.Length > 0;
        _filling = false;
    }
}
