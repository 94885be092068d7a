using System.Globalization;
using CityMap.Geo.Classifying;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Geography;
using CityMap.Server.Api.Districts;
using CityMap.Viewer.Paper;
using CityMap.Viewer.Sheets;

namespace CityMap.Server.Maps;

/// <summary>Colours the districts by a figure, in the classes the console has: at most five, with about as many districts in each (quantiles).</summary>
internal sealed class DistrictShades(DistrictReader districts, MapKit kit)
{
    private const int MostClasses = 5;
    private const int StrongestShade = 4;

    /// <summary>The shades of an order that names a figure.</summary>
    public async Task<DistrictShading> OfAsync(MapOrder order, CancellationToken cancellationToken)
    {
        var page = await districts.AllAsync(order.AsOf, order.Audience, cancellationToken);
        var figures = page.Items.Select(d => (d.Id, Figure: FigureOf(d, order.Figure!))).ToList();
        var values = figures.GroupBy(f => (double)f.Figure).Select(g => (g.Key, (long)g.Count())).OrderBy(v => v.Key).ToList();
        var classes = ClassBreaks.Of(values, ClassMethod.Quantile, MostClasses);
        var states = new FeatureStates();
        foreach (var (id, figure) in figures)
        {
            var index = classes.TakeWhile(c => c.To < figure).Count();
            states[(CityGeography.DistrictsLayer, id)] = new Dictionary<string, object?> { ["shade"] = (double)Shade(index, classes) };
        }

        return new(states, [Legend.Shades(kit.Sheet, order.Theme, Title(order), classes.Select((c, index) => (Shade(index, classes), Text(c, order.Language))))]);
    }

    private static long FigureOf(DistrictView district, string figure) => figure switch
    {
        "open" => district.Counts.Open,
        "overdue" => district.Counts.Overdue,
        _ => district.Counts.ByType.GetValueOrDefault(figure["type:".Length..]),
    };

    // A single class is in the weakest shade when it is all zeros, and else in the middle one.
    private static int Shade(int index, IReadOnlyList<NumberClass> classes) => classes.Count == 1
        ? classes[0].To == 0 ? 0 : StrongestShade / 2
        : (int)Math.Round(index * (double)StrongestShade / (classes.Count - 1), MidpointRounding.AwayFromZero);

    private static string Title(MapOrder order) => order.Figure switch
    {
        "open" => order.Say("Địa bàn: sự cố đang mở", "Districts: open incidents"),
        "overdue" => order.Say("Địa bàn: sự cố quá hạn", "Districts: overdue incidents"),
        var figure => order.Say("Địa bàn: ", "Districts: ") + order.Say(IncidentTypes.Find(figure!["type:".Length..])!.Title).ToLower(CultureInfo.InvariantCulture),
    };

    private static string Text(NumberClass one, MapLanguage language)
    {
        var culture = CultureInfo.GetCultureInfo(language == MapLanguage.Vi ? "vi-VN" : "en-GB");
        return one.From.Equals(one.To) ? one.To.ToString("N0", culture) : $"{one.From.ToString("N0", culture)} – {one.To.ToString("N0", culture)}";
    }
}

/// <summary>Districts in the shades of a figure.</summary>
/// <param name="States">The shade of each district.</param>
/// <param name="Legend">What the shades say.</param>
internal sealed record DistrictShading(FeatureStates States, IReadOnlyList<PageBlock> Legend)
{
    /// <summary>Without colour.</summary>
    public static DistrictShading None { get; } = new([], []);

    /// <summary>These states and some more, of the same features or others.</summary>
    public FeatureStates With(FeatureStates more)
    {
        var all = new FeatureStates(States);
        foreach (var (feature, state) in more)
        {
            var both = new Dictionary<string, object?>(all.GetValueOrDefault(feature) ?? new Dictionary<string, object?>());
            foreach (var (name, value) in state) both[name] = value;
            all[feature] = both;
        }

        return all;
    }
}
