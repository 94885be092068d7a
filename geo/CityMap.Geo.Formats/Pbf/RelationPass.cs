using CityMap.Geo.Formats.Rows;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>Goes over the relations that are areas, a part of them at a time: first learns which ways they need, then makes rows of them.</summary>
internal sealed class RelationPass(OsmRules rules, PbfNotes notes, List<SourceItem> items) : PbfElements
{
    private readonly OsmLayer[] _layers = [.. rules.Layers.Where(l => l.Shape == OsmShape.Polygon || l.Areas)];
    private readonly OsmMatcher _matcher = new(rules);
    private long _number;
    private long _last;

    /// <summary>The first relation of the part, by its number in the file.</summary>
    public long From { get; private set; }

    /// <summary>The first relation after the part.</summary>
    public long To { get; private set; }

    /// <summary>The ways needed by the part, while they are learned; null while rows are made.</summary>
    public List<long>? Needed { get; private set; }

    /// <summary>The shapes of those ways.</summary>
    public MemberWays? Members { get; private set; }

    /// <summary>Begins to learn the next part.</summary>
    public void Learn() => (_number, From, To, Needed) = (0, To, long.MaxValue, []);

    /// <summary>Ends the learning before the relation that comes next.</summary>
    public void Close() => To = Math.Min(To, _number);

    /// <summary>Begins to make rows of the part.</summary>
    public void Make(MemberWays members) => (_number, Needed, Members) = (0, null, members);

    /// <inheritdoc/>
    public override void Relation(PbfBlock block, long id, ReadOnlySpan<int> tags, ReadOnlySpan<long> ways)
    {
        var number = _number++;
        var again = number > 0 && id == _last;
        _last = id;
        if (number < From || number >= To) return;
        if (again)
        {
            if (Needed is not null) notes.Again('r', id);
            return;
        }

        var layers = _matcher.Match(block, tags, _layers);
        if (layers.Count == 0 || _matcher.Tags["type"] is not ("multipolygon" or "boundary")) return;
        if (Needed is not null) Needed.AddRange(ways);
        else Emit(number, id, layers, ways);
    }

    private void Emit(long number, long id, IReadOnlyList<OsmLayer> layers, ReadOnlySpan<long> ways)
    {
        var shapes = new List<ulong[]>(ways.Length);
        var missing = 0;
        foreach (var way in ways)
        {
            if (Members!.Find(way) is { } shape) shapes.Add(shape);
            else missing++;
        }

        var (area, problem) = shapes.Count == 0 ? (null, "The file holds none of its ways.") : AreaAssembly.Assemble(shapes);
        var key = FormattableString.Invariant($"r{id}");
        if (area is null)
        {
            var lacking = missing > 0 ? FormattableString.Invariant($" {missing} of its {ways.Length} ways are not in the file.") : "";
            items.Add(new SourceRemark(number + 1, Gravity.Warning, key, $"Relation {id} was left out. {problem}{lacking}"));
            return;
        }

        if (missing > 0) items.Add(new SourceRemark(number + 1, Gravity.Warning, key, $"Relation {id} was made without {missing} of its {ways.Length} ways: they are not in the file."));
        foreach (var layer in layers) items.Add(new SourceRow(number + 1, key, layer.Place(area), _matcher.Tags.Pick(layer.Fields)) { Layer = layer.Id });
    }
}
