using Avalonia.Automation;
using Avalonia.Controls;
using Avalonia.Controls.Shapes;
using Avalonia.Media;
using CityMap.Geo.Layers;
using CityMap.Viewer.Sheets;

namespace CityMap.Desktop;

/// <summary>The tree of layers: what is shown, in what colour, and how strong.</summary>
/// <param name="desk">What all windows share.</param>
/// <param name="changed">Called when something was switched.</param>
internal sealed class LayersPane(Desk desk, Action changed) : StackPanel
{
    private string _shown = "";

    /// <summary>Fills it when the catalogue, the language, the colours or what is switched on changed.</summary>
    public void Refresh(MapTheme theme)
    {
        var layers = desk.City.Layers;
        var all = layers.Groups.SelectMany(g => g.Layers).ToList();
        var key = $"{desk.Workspace.Language}|{theme}|{string.Join(',', all.Select(l => l.Id))}|{string.Join(',', layers.Hidden.Order(StringComparer.Ordinal))}";
        if (key == _shown) return;
        (_shown, Margin) = (key, new(8, 0, 8, 8));
        Children.Clear();
        foreach (var (group, members) in layers.Groups.Reverse())
        {
            Children.Add(new TextBlock { Text = desk.Say(group), FontWeight = FontWeight.SemiBold, Margin = new(0, 8, 0, 2) });
            foreach (var layer in members.Reverse()) Children.Add(Row(layer, theme));
        }
    }

    private DockPanel Row(LayerInfo layer, MapTheme theme)
    {
        var (layers, title) = (desk.City.Layers, desk.Workspace.Language == MapLanguage.Vi ? layer.Title.Vi : layer.Title.En);
        var box = new CheckBox { Content = new TextBlock { Text = title, TextTrimming = TextTrimming.CharacterEllipsis }, IsChecked = !layers.Hidden.Contains(layer.Id), MinHeight = 26 };
        ToolTip.SetTip(box, title);
        box.IsCheckedChanged += (_, _) =>
        {
            layers.Show(layer.Id, box.IsChecked == true);
            changed();
        };
        var strength = new Slider { Minimum = 0, Maximum = 1, Value = layers.Opacity.GetValueOrDefault(layer.Id, 1), Width = 64, MinHeight = 0, Height = 40, Margin = new(6, -6, 0, -6), IsEnabled = box.IsChecked == true };
        AutomationProperties.SetName(strength, title);
        strength.ValueChanged += (_, e) =>
        {
            layers.Fade(layer.Id, e.NewValue);
            changed();
        };
        var row = new DockPanel { Height = 28 };
        DockPanel.SetDock(strength, Dock.Right);
        row.Children.Add(strength);
        foreach (var colour in MapPalette.Legend(layer.Id, theme).Reverse())
        {
            var dot = new Ellipse { Width = 9, Height = 9, Fill = Brush.Parse(colour), Margin = new(1, 0) };
            DockPanel.SetDock(dot, Dock.Right);
            row.Children.Add(dot);
        }

        row.Children.Add(box);
        return row;
    }
}
