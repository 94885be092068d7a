using CityMap.Geo.Areas;
using CityMap.Geo.Layers;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Areas;

/// <summary>What the layer of districts will hold when an edition has come in: the edition, and every other one as it was or with its end.</summary>
internal sealed class EditionPlan
{
    private readonly EditionOptions _options;
    private readonly IReadOnlyList<Feature> _there;

    /// <summary>Looks whether the edition fits to what is there.</summary>
    /// <exception cref="ProblemException">An edition of that name is there, or the one it succeeds is not, or begins later.</exception>
    public EditionPlan(EditionOptions options, IReadOnlyList<Feature> there)
    {
        (_options, _there) = (options, there);
        var count = there.Count(f => EditionOf(f) == options.Edition);
        Replaces = count > 0;
        if (Replaces && !options.Replace)
        {
            throw new ProblemException("layer_conflict", "edition", $"The edition {options.Edition} is there already, with {count} areas.", "another name, or replace=true");
        }

        if (options.Succeeds is not { } before) return;
        var predecessors = there.Where(f => EditionOf(f) == before).ToList();
        if (predecessors.Count == 0)
        {
            throw new ProblemException(new Problem("invalid_parameter", $"There is no edition {Texts.Shown(before)}.")
            {
                Field = "succeeds",
                Allowed = [.. there.Select(EditionOf).Distinct().Order(StringComparer.Ordinal)],
            });
        }

        var begins = EditionView.Day(options.ValidFrom);
        if (predecessors.Any(f => f["valid_from"] is string from && string.CompareOrdinal(from, begins) >= 0))
        {
            throw new ProblemException("invalid_parameter", "validFrom", $"The edition {before} does not begin before {begins}.", "a later day");
        }
    }

    /// <summary>True when an edition of that name is there and goes.</summary>
    public bool Replaces { get; }

    /// <summary>True when the other areas stay just as they are: the new ones can be added.</summary>
    public bool OnlyAdds => !Replaces && _options.Succeeds is null;

    /// <summary>The features of the other editions, those that end with their end.</summary>
    public IEnumerable<Feature> Others() => _there.Where(f => EditionOf(f) != _options.Edition).Select(f => EditionOf(f) == _options.Succeeds ? Ended(f) : f);

    /// <summary>The feature of an area.</summary>
    public static Feature ToFeature(Area area) => new(area.Id, area.Shape, new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["code"] = area.Code,
        ["name_vi"] = area.NameVi,
        ["name_en"] = area.NameEn,
        ["kind"] = area.Kind,
        ["edition"] = area.Edition,
        ["valid_from"] = EditionView.Day(area.ValidFrom),
        ["valid_to"] = area.ValidTo is { } end ? EditionView.Day(end) : null,
    });

    private Feature Ended(Feature feature)
    {
        var end = EditionView.Day(_options.ValidFrom);
        if (feature["valid_to"] is string earlier && string.CompareOrdinal(earlier, end) <= 0) return feature;
        return feature with { Attributes = new Dictionary<string, object?>(feature.Attributes, StringComparer.Ordinal) { ["valid_to"] = end } };
    }

    private static string EditionOf(Feature feature) => feature["edition"] as string ?? feature.Id[(feature.Id.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
