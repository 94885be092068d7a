using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Xml;

namespace CityMap.Geo.Formats.Kml;

/// <summary>Goes through the elements of a KML file, from placemark to placemark.</summary>
internal sealed class KmlWalk : XmlWalk
{
    private readonly KmlNotes _notes;
    private readonly KmlPlacemark _placemarks;
    private readonly KmlFolders _folders = new();

    public KmlWalk(XmlCursor cursor)
        : base(cursor, "kml")
    {
        _notes = new(cursor);
        _placemarks = new(cursor, _notes);
    }

    /// <summary>Placemarks seen so far, those of documents before this one included.</summary>
    public long Count { get; set; }

    /// <summary>The layer of what neither a folder nor the document names.</summary>
    public string? Name { get; init; }

    /// <summary>Says whether a link leads to another document of the same archive, which is read anyway.</summary>
    public Func<string, bool> Inside { get; init; } = static _ => false;

    /// <inheritdoc/>
    protected override async ValueTask ElementAsync()
    {
        var depth = Cursor.Depth;
        switch (Cursor.Name)
        {
            case "Document" or "Folder" when !Cursor.IsEnd:
                _folders.Open(depth, Cursor.Name == "Folder");
                break;
            case "name" when _folders.IsChild(depth):
                _folders.Rename(await Cursor.TextAsync());
                break;
            case "Placemark":
                Count++;
                await RowAsync(() => _placemarks.ReadAsync(Count, _folders.Layer ?? Name));
                break;
            case "NetworkLink" or "GroundOverlay" or "ScreenOverlay" or "PhotoOverlay" or "Tour" when !Cursor.IsEnd:
                await LeaveOutAsync(Cursor.Name, depth);
                break;
            default:
                await Cursor.SkipAsync(depth);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void Close() => _folders.Close(Cursor.Depth);

    /// <inheritdoc/>
    protected override IEnumerable<SourceRemark> TakeRemarks() => _notes.Take();

    /// <inheritdoc/>
    protected override SourceRemark? AtEnd() => _notes.AtEnd();

    private async ValueTask LeaveOutAsync(string kind, int depth)
    {
        var (line, name, href) = (Cursor.Line, "", "");
        while (await Cursor.NextAsync() && Cursor.Depth > depth)
        {
            if (!Cursor.IsStart) continue;
            if (Cursor.Name == "name" && Cursor.Depth == depth + 1) name = $" \"{await Cursor.TextAsync()}\"";
            else if (Cursor.Name == "href") href = await Cursor.TextAsync();
        }

        if (kind == "NetworkLink" && Inside(href)) return;
        var why = kind == "NetworkLink" ? "it leads to data outside the file" : "it holds no features";
        Tell(new(line, Gravity.Warning, kind, $"The {kind}{name} was not imported: {why}."));
    }
}
