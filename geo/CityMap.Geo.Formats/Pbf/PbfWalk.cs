using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Rows;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>
/// Goes over a PBF file: once over all blocks for the nodes, then over the ways and relations, whose relations are taken in parts so that the shapes
/// of their ways never need more than a part's memory. Elements may stand in any order. The next block is unpacked while one is worked on.
/// </summary>
internal sealed class PbfWalk(FileStream file, PbfBlobs blobs, OsmRules rules, string folder, Action<double> progress)
{
    private const int MostMembers = 1_000_000;

    private readonly PbfDecoder _decoder = new();
    private readonly List<SourceItem> _items = [];
    private readonly PbfKinds[] _kinds = new PbfKinds[blobs.Data.Count];
    private readonly PbfNotes _notes = new();

    /// <summary>Rows and remarks, block by block; a list is good until the next.</summary>
    public async IAsyncEnumerable<List<SourceItem>> StepsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PbfHeader.Check(blobs.Header!.Value.Read(file));
        using var places = new NodePlaces(folder);
        await foreach (var step in PassAsync(PbfKinds.Nodes, new NodePass(rules, places, _notes, _items), 0, 0.3, cancellationToken)) yield return step;
        places.Seal(cancellationToken);

        var relations = new RelationPass(rules, _notes, _items);
        for (var round = 0; round == 0 || relations.To != long.MaxValue; round++)
        {
            relations.Learn();
            await foreach (var _ in PassAsync(PbfKinds.Relations, relations, 0.3, 0.35, cancellationToken))
            {
                if (relations.Needed!.Count >= MostMembers) relations.Close();
            }

            using var members = new MemberWays(relations.Needed!, folder);
            var ways = new WayPass(rules, places, members, rows: round == 0, _notes, _items);
            await foreach (var step in PassAsync(PbfKinds.Ways, ways, 0.35, 0.9, cancellationToken)) yield return step;
            relations.Make(members);
            await foreach (var step in PassAsync(PbfKinds.Relations, relations, 0.9, 1, cancellationToken)) yield return step;
        }

        _items.Clear();
        _items.AddRange(_notes.Items());
        yield return _items;
    }

    // In the first pass nobody knows yet what a block holds.
    private async IAsyncEnumerable<List<SourceItem>> PassAsync(
        PbfKinds kind, PbfElements elements, double from, double to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int[] wanted = [.. Enumerable.Range(0, _kinds.Length).Where(i => kind == PbfKinds.Nodes || (_kinds[i] & kind) != 0)];
        var ahead = wanted.Length > 0 ? UnpackAsync(wanted[0], cancellationToken) : null;
        for (var i = 0; i < wanted.Length; i++)
        {
            var block = await ahead!;
            ahead = i + 1 < wanted.Length ? UnpackAsync(wanted[i + 1], cancellationToken) : null;
            _items.Clear();
            _kinds[wanted[i]] = _decoder.Decode(block, kind, elements);
            progress(from + ((to - from) * (i + 1) / wanted.Length));
            yield return _items;
        }
    }

    private Task<PbfBlock> UnpackAsync(int index, CancellationToken cancellationToken) =>
        Task.Run(() => new PbfBlock(blobs.Data[index].Read(file)), cancellationToken);
}
