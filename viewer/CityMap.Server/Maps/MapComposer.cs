using CityMap.Geo.Areas;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Geography;
using CityMap.Server.Api.City;
using CityMap.Server.Api.Layers;
using CityMap.Server.Api.Problems;
using CityMap.Server.Tiles;
using CityMap.Viewer.Data;
using CityMap.Viewer.Paper;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;
using CityMap.Viewer.Styles;

namespace CityMap.Server.Maps;

/// <summary>Puts maps and their pages together.</summary>
internal sealed class MapComposer(
    IStore store, MapSources sources, MapKit kit, CityGeography geography, CityBounds city, MapFacts facts, DistrictShades shades, Basemaps basemaps, TimeProvider time)
{
    /// <summary>The page of an order.</summary>
    /// <param name="order">What is asked for.</param>
    /// <param name="vector">True for PDF and SVG.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ProblemException">An unknown layer, or too much to draw.</exception>
    public async Task<MapPage> PageAsync(MapOrder order, bool vector, CancellationToken cancellationToken)
    {
        var catalogue = await store.Features.LayersAsync(cancellationToken);
        var subject = await SubjectAsync(order, catalogue, cancellationToken);
        var side = order.Legend && order.Size.IsPaper;
        var (width, height) = PageLayout.Frame(order.Size, side);
        var view = order.Scale is { } scale ? MapView.AtScale(Middle(subject.Box), scale, width, height) : Fitted(order, MapView.Fit(subject.Box, width, height));
        var shading = order.Figure is null ? DistrictShading.None : await shades.OfAsync(order, cancellationToken);
        var document = Document(order, view, catalogue, vector ? 4 : order.Dpi / 96f, shading.With(subject.States));
        var read = await ReadAsync(document, order, catalogue, cancellationToken);
        var ground = order.Ground is { } id ? basemaps.Find(id) : null;
        var scene = await Task.Run(() => new SceneBuilder(kit.Sheet).Build(document, read, ground?.Pictures(document, cancellationToken), cancellationToken), cancellationToken);
        return new(order.Size, scene, order.Title ?? subject.Title)
        {
            Theme = order.Theme,
            Language = order.Language,
            Subtitle = Subtitle(order, catalogue),
            Attribution = ground is { Attribution.Length: > 0 } ? $"{Attribution(order, catalogue, document)}; {ground.Attribution}" : Attribution(order, catalogue, document),
            Graticule = order.Graticule,
            Side = side ? [.. subject.Facts, .. shading.Legend, .. Legend.Of(document, scene, [.. catalogue.Where(l => l.Group != "base" || l.Card?.Style is not null || l.Id is "districts" or "water" or "green").Select(l => LayerLegend.Of(l, order))])] : [],
        };
    }

    // On paper people measure: the scale is a round number.
    private static MapView Fitted(MapOrder order, MapView view) =>
        order.Size.IsPaper ? MapView.AtScale(view.Centre, RoundScale.AtLeast(view.Scale), view.Width, view.Height) : view;

    private static LonLat Middle(Bounds box) => new((box.West + box.East) / 2, (box.South + box.North) / 2);

    private MapDocument Document(MapOrder order, MapView view, IReadOnlyList<LayerInfo> catalogue, float ratio, FeatureStates states)
    {
        Known("layers", order.Layers ?? [], catalogue);
        Known("opacity", order.Opacity.Keys, catalogue);
        Known("order", order.LayerOrder, catalogue);
        var wanted = order.Layers?.ToHashSet(StringComparer.Ordinal);
        var hidden = catalogue.Where(l => wanted is null ? l.Card?.Retired == true || l.Group == "network" || (order.Ground is not null && l.Id is ("green" or "water" or "buildings")) : !wanted.Contains(l.Id)).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        var style = kit.Sheet.Style(order.Theme, order.Language, shaded: order.Figure is not null)
            .WithSources([.. catalogue.Select(layer => StyleOf(layer, order.Theme))])
            .InOrder(LayerGroups.InOrder(catalogue, order.LayerOrder));
        return new(view, order.Ground is null ? style : style.WithGround(Basemap.Source), order.Theme, order.Language)
        {
            Hidden = hidden,
            AsOf = order.AsOf,
            PixelRatio = ratio,
            ClusterBelow = new Dictionary<string, double> { ["incidents"] = order.Incident is null ? TileContent.ClusterBelowZoom : 0 },
            States = states,
            Opacity = order.Opacity,
        };
    }

    private static void Known(string parameter, IEnumerable<string> ids, IReadOnlyList<LayerInfo> catalogue)
    {
        if (ids.FirstOrDefault(id => catalogue.All(l => l.Id != id)) is { } strange)
        {
            throw new ProblemException("invalid_parameter", parameter, $"There is no layer {Api.Texts.Shown(strange)}.", string.Join(", ", catalogue.Select(l => l.Id)));
        }
    }

    private SourceStyle StyleOf(LayerInfo layer, MapTheme theme) => new(layer.Id, kit.Sheet.NameFields.FirstOrDefault(name => layer.Fields.Any(f => f.Name == name)))
    {
        Wish = layer.Card?.Style is null ? null : kit.Sheet.Wish(StyleDocument.Layers(layer), theme),
    };

    private async Task<Dictionary<string, FeatureSet>> ReadAsync(MapDocument document, MapOrder order, IReadOnlyList<LayerInfo> catalogue, CancellationToken cancellationToken)
    {
        var drawn = document.Style.Layers.Where(l => l.IsOn(document.View.Zoom) && l.Source is not null).Select(l => l.Source!).ToHashSet(StringComparer.Ordinal);
        var box = Grown(document.View.Bounds);
        var read = new Dictionary<string, FeatureSet>(StringComparer.Ordinal);
        foreach (var layer in catalogue.Where(l => drawn.Contains(l.Id) && !document.Hidden.Contains(l.Id)))
        {
            read[layer.Id] = await sources.ReadAsync(layer, box, order, cancellationToken);
        }

        if (!document.Hidden.Contains(CityGeography.DistrictsLayer)) read["district-names"] = Names(order);
        return read;
    }

    // As the console does: a name once, in the middle of the district's box.
    private FeatureSet Names(MapOrder order) => new(
    [
        .. geography.Districts.Areas.Where(a => order.Audience.Sees(a.Id) && InForce(a, order)).Select(a => MapFeatures.Of(
            a.Id,
            a.Shape.Factory.CreatePoint(a.Shape.EnvelopeInternal.Centre),
            new Dictionary<string, object?> { ["vi"] = a.NameVi, ["en"] = a.NameEn })).OfType<MapFeature>(),
    ]);

    private bool InForce(Area area, MapOrder order) => area.InForce(DateOnly.FromDateTime(MapTexts.Local(order.AsOf ?? time.GetUtcNow()).DateTime));

    // Symbols and labels reach over the edge of their place.
    private static Bounds Grown(Bounds box)
    {
        var (x, y) = ((box.East - box.West) * 0.08, (box.North - box.South) * 0.08);
        return new(Math.Max(-180, box.West - x), Math.Max(-90, box.South - y), Math.Min(180, box.East + x), Math.Min(90, box.North + y));
    }

    private async Task<Subject> SubjectAsync(MapOrder order, IReadOnlyList<LayerInfo> catalogue, CancellationToken cancellationToken)
    {
        if (order.District is { } area)
        {
            var chosen = new FeatureStates
            {
                [(CityGeography.DistrictsLayer, area.Id)] = new Dictionary<string, object?> { ["chosen"] = true },
            };
            var figures = order.Legend ? await facts.OfDistrictAsync(area, order, cancellationToken) : [];
            return new(BoxOf(area), order.Say(area.NameVi, area.NameEn), figures) { States = chosen };
        }

        if (order.Incident is { } id)
        {
            var (title, at, blocks) = await facts.OfIncidentAsync(id, order, cancellationToken);
            return new(new(Math.Max(-180, at.Lon - 0.002), Math.Max(-90, at.Lat - 0.0015), Math.Min(180, at.Lon + 0.002), Math.Min(90, at.Lat + 0.0015)), title, blocks);
        }

        var box = order.Box ?? await city.FindAsync(catalogue, cancellationToken);
        return box.CrossesAntimeridian
            ? throw new ProblemException("invalid_box", "bbox", "A map cannot cross the line of 180°.", "a box whose west lies west of its east")
            : new(box, order.Say("Bản đồ thành phố", "City map"), []);
    }

    private static Bounds BoxOf(Area area)
    {
        var box = area.Shape.EnvelopeInternal;
        return new(box.MinX, box.MinY, box.MaxX, box.MaxY);
    }

    private string Subtitle(MapOrder order, IReadOnlyList<LayerInfo> catalogue)
    {
        var moment = MapTexts.Moment(order.AsOf ?? time.GetUtcNow(), order.Language);
        var when = order.AsOf is null ? order.Say($"Hiện trạng lúc {moment}", $"As of now, {moment}") : order.Say($"Tại thời điểm {moment}", $"As of {moment}");
        if (order.Incidents.Words is { } chosen) when = $"{when} · {chosen}";
        return catalogue.Any(l => l.Illustrative) ? $"{when} · {order.Say("dữ liệu minh hoạ", "illustrative data")}" : when;
    }

    private static string Attribution(MapOrder order, IReadOnlyList<LayerInfo> catalogue, MapDocument document)
    {
        var origins = catalogue.Where(l => !document.Hidden.Contains(l.Id)).Select(l => l.Source ?? l.Owner).OfType<string>().Distinct().Take(5);
        var names = origins.ToList();
        names.RemoveAll(name => names.Any(longer => longer.Length > name.Length && longer.StartsWith(name, StringComparison.Ordinal)));
        return $"{order.Say("Nguồn", "Source")}: {string.Join("; ", names.DefaultIfEmpty("CityMap"))}";
    }

    private sealed record Subject(Bounds Box, string Title, IReadOnlyList<PageBlock> Facts)
    {
        public FeatureStates States { get; init; } = [];
    }
}
