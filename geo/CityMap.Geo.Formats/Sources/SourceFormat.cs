using CityMap.Geo.Formats.Rows;

namespace CityMap.Geo.Formats.Sources;

/// <summary>One format of files that CityMap reads. A new one is a class of its own and a line in <see cref="SourceFormats.All"/>.</summary>
public abstract class SourceFormat
{
    /// <summary>How a parameter names it: <c>geojson</c>.</summary>
    public abstract string Id { get; }

    /// <summary>How people call it.</summary>
    public abstract string Name { get; }

    /// <summary>The extensions its files usually have, without dot, in small letters.</summary>
    public abstract IReadOnlyList<string> Extensions { get; }

    /// <summary>True when the layers in such a file are named by what they are (waypoints, roads) and not by whose they are: the file's name goes before theirs.</summary>
    public virtual bool NamesLayersByKind => false;

    /// <summary>True when the format tells a text from a number: a text that looks like one, such as a code, stays a text.</summary>
    public virtual bool KnowsTexts => false;

    /// <summary>True when the first bytes, or the files in the archive, can only be this format.</summary>
    public abstract bool Recognises(SourceHead head);

    /// <summary>
    /// Reads the file once from its beginning: rows and remarks in its order, geometry in WGS 84 with SRID 4326 and the longitude first. It also
    /// says <see cref="Source.How"/> and, when it is another than WGS 84, <see cref="Source.Crs"/>.
    /// </summary>
    /// <param name="source">The file. It may be read again.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="SourceRefusal">The whole file cannot be read; what is wrong with one row is a <see cref="SourceRemark"/>.</exception>
    public abstract IAsyncEnumerable<SourceItem> ReadAsync(Source source, CancellationToken cancellationToken);
}
