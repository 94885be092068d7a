using Avalonia.Controls;
using Avalonia.Media;
using CityMap.Viewer.Sheets;

namespace CityMap.Desktop;

/// <summary>The tree of layers: what is shown, and how strong.</summary>
/// <param name="desk">What all windows share.</param>
/// <param name="changed">Called when something was switched.</param>
internal sealed class LayersPane(Desk desk, Action changed) : StackPanel
{
    private string _shown = "";

    /// <summary>Fills it when the catalogue or the language changed.</summary>
    public void Refresh()
    {
        var vi = desk.Workspace.Language == MapLanguage.Vi;
        var layers = desk.City.Layers;
        var key = $"{vi}|{string.Join(',', layers.Groups.SelectMany(g => g.Layers).Select(l => l.Id))}";
        if (key == _shown) return;
        (_shown, Spacing) = (key, 4);
        Children.Clear();
        Children.Add(new TextBlock { Text = desk.Say("layers"), FontWeight = FontWeight.SemiBold });
        foreach (var layer in layers.Groups.Reverse().SelectMany(g => g.Layers.Reverse()))
        {
            var box = new CheckBox { Content = vi ? layer.Title.Vi : layer.Title.En, IsChecked = !layers.Hidden.Contains(layer.Id) };
            box.IsCheckedChanged += (_, _) =>
            {
                layers.Show(layer.Id, box.IsChecked == true);
                changed();
            };
            var strength = new Slider { Minimum = 0, Maximum = 1, Value = layers.Opacity.GetValueOrDefault(layer.Id, 1), Width = 120 };
            strength.ValueChanged += (_, e) =>
            {
                layers.Fade(layer.Id, e.NewValue);
                changed();
            };
            Children.Add(box);
            Children.Add(strength);
        }
    }
}
