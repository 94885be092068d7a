using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Server.Imports;

/// <summary>A file that was uploaded, its format found.</summary>
internal sealed class ImportSource : IDisposable
{
    private readonly Source _uploaded;
    private readonly Source _source;
    private readonly SourceFormat _format;

    private readonly bool _repair;

    private ImportSource(string folder, Source uploaded, SourceFormat format, Source source, bool repair) =>
        (Folder, _uploaded, _format, _source, _repair) = (folder, uploaded, format, source, repair);

    /// <summary>The folder in which the file was put down; what is kept while it is read goes there, too.</summary>
    public string Folder { get; }

    /// <summary>How the file was read, for people.</summary>
    public string How => _source.How;

    /// <summary>True when its format tells texts from numbers.</summary>
    public bool KnowsTexts => _format.KnowsTexts;

    /// <summary>The coordinate system it was read in.</summary>
    public int Epsg => _source.Crs.Code;

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    public double Fraction => _source.Fraction;

    /// <summary>The word before the names of its layers: that which was stated, else the file's own where the format's names say only what they hold.</summary>
    /// <param name="options">What was stated.</param>
    public string? Prefix(ImportOptions options) => options.Layer ?? (_format.NamesLayersByKind && options.FileName is { } file ? LayerNames.OfFile(file) : null);

    /// <summary>Finds the format of a file.</summary>
    /// <exception cref="SourceRefusal">It is in none, or is an archive that is not unpacked.</exception>
    public static async Task<ImportSource> OpenAsync(string file, ImportOptions options, CancellationToken cancellationToken)
    {
        var uploaded = new Source(file, options.FileName, options.Source);
        try
        {
            var (format, source) = await SourceFormats.RecogniseAsync(uploaded, options.Format, cancellationToken);
            return new(Path.GetDirectoryName(Path.GetFullPath(file))!, uploaded, format, source, options.Repair);
        }
        catch
        {
            uploaded.Dispose();
            throw;
        }
    }

    /// <summary>Rows and remarks in the order of the file. While some are looked at, the next are read.</summary>
    public IAsyncEnumerable<SourceItem> ReadAsync(CancellationToken cancellationToken)
    {
        var batches = ReadAhead.Of(RowBatch.Reading.Of(_format.ReadAsync(_source, cancellationToken), cancellationToken), cancellationToken);
        return GeometryCheck.Apply(batches.SelectMany(batch => batch), _repair, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _source.Dispose();
        _uploaded.Dispose();
    }
}
