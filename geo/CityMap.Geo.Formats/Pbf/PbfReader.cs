using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>
/// Reads OSM PBF (wiki.openstreetmap.org/wiki/PBF_Format) into named layers by rules over tags: nodes as points, ways as lines or areas, multipolygon
/// and boundary relations as areas. Elements may stand in any order; memory does not grow with the file, places of nodes go to a scratch file when many.
/// Ids are <c>n</c>, <c>w</c> or <c>r</c> and the element's number. The line of a row is the number of its element among those of its kind.
/// </summary>
public static class PbfReader
{
    /// <summary>Rows and remarks. What is damaged is never read in part: the whole file is refused.</summary>
    /// <param name="file">The file; must be able to seek.</param>
    /// <param name="folder">Where scratch files may lie; they are gone at the end.</param>
    /// <param name="rules">Which layers are made.</param>
    /// <param name="progress">Told how far it is, 0 to 1.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="SourceRefusal">It is no such file, was cut, is damaged, is packed with lz4, lzma or zstd, or needs a feature that is not read.</exception>
    public static async IAsyncEnumerable<SourceItem> ReadAsync(
        FileStream file, string folder, OsmRules rules, Action<double> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = new PbfWalk(file, Find(file), rules, folder, progress);
        await using var steps = walk.StepsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(steps))
        {
            foreach (var item in steps.Current) yield return item;
        }
    }

    private static PbfBlobs Find(FileStream file)
    {
        try
        {
            return PbfBlobs.Find(file);
        }
        catch (InvalidDataException refused)
        {
            throw Refuse(refused);
        }
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<List<SourceItem>> steps)
    {
        try
        {
            return await steps.MoveNextAsync();
        }
        catch (InvalidDataException refused)
        {
            throw Refuse(refused);
        }
    }

    private static SourceRefusal Refuse(InvalidDataException refused) => new("import_failed", $"The OSM PBF file is not read: {refused.Message}.", refused);
}
