using System.Xml;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Xml;

namespace CityMap.Geo.Formats.Kml;

/// <summary>Goes through the elements of a KML file, from placemark to placemark.</summary>
internal sealed class KmlWalk
{
    private readonly XmlCursor _cursor;
    private readonly KmlNotes _notes;
    private readonly KmlPlacemark _placemarks;
    private readonly KmlFolders _folders = new();
    private readonly List<SourceItem> _items = [];
    private bool _begun;

    public KmlWalk(XmlCursor cursor)
    {
        _cursor = cursor;
        _notes = new(cursor);
        _placemarks = new(cursor, _notes);
    }

    /// <summary>Placemarks seen so far, those of documents before this one included.</summary>
    public long Count { get; set; }

    /// <summary>The layer of what neither a folder nor the document names.</summary>
    public string? Name { get; init; }

    /// <summary>Says whether a link leads to another document of the same archive, which is read anyway.</summary>
    public Func<string, bool> Inside { get; init; } = static _ => false;

    /// <summary>What the last step found.</summary>
    public IReadOnlyList<SourceItem> Items => _items;

    /// <summary>Goes one step; false at the end, which may have found something too.</summary>
    public async ValueTask<bool> NextAsync()
    {
        _items.Clear();
        try
        {
            return await StepAsync();
        }
        catch (XmlException broken)
        {
            return Fatal(broken.LineNumber, $"The file is not well-formed XML: {broken.Message}");
        }
    }

    private async ValueTask<bool> StepAsync()
    {
        if (!await _cursor.NextAsync())
        {
            if (_notes.AtEnd() is { } last) _items.Add(last);
            return false;
        }

        if (!_begun)
        {
            _begun = true;
            return _cursor.Name == "kml" || Fatal(_cursor.Line, $"Expected the element kml, found {_cursor.Name}: this is not KML.");
        }

        if (_cursor.IsStart) await ElementAsync();
        else _folders.Close(_cursor.Depth);
        return true;
    }

    private async ValueTask ElementAsync()
    {
        var depth = _cursor.Depth;
        switch (_cursor.Name)
        {
            case "Document" or "Folder" when !_cursor.IsEnd:
                _folders.Open(depth, _cursor.Name == "Folder");
                break;
            case "name" when _folders.IsChild(depth):
                _folders.Rename(await _cursor.TextAsync());
                break;
            case "Placemark":
                await PlacemarkAsync(depth);
                break;
            case "NetworkLink" or "GroundOverlay" or "ScreenOverlay" or "PhotoOverlay" or "Tour" when !_cursor.IsEnd:
                await LeaveOutAsync(_cursor.Name, depth);
                break;
            default:
                await _cursor.SkipAsync(depth);
                break;
        }
    }

    private async ValueTask PlacemarkAsync(int depth)
    {
        var line = _cursor.Line;
        Count++;
        try
        {
            _items.Add(await _placemarks.ReadAsync(Count, _folders.Layer ?? Name));
        }
        catch (RowRefusal refused)
        {
            _items.Add(new SourceRemark(line, Gravity.Bad, refused.Field, refused.Message));
            await _cursor.SkipAsync(depth);
        }

        _items.AddRange(_notes.Take());
    }

    private async ValueTask LeaveOutAsync(string kind, int depth)
    {
        var (line, name, href) = (_cursor.Line, "", "");
        while (await _cursor.NextAsync() && _cursor.Depth > depth)
        {
            if (!_cursor.IsStart) continue;
            if (_cursor.Name == "name" && _cursor.Depth == depth + 1) name = $" \"{await _cursor.TextAsync()}\"";
            else if (_cursor.Name == "href") href = await _cursor.TextAsync();
        }

        if (kind == "NetworkLink" && Inside(href)) return;
        var why = kind == "NetworkLink" ? "it leads to data outside the file" : "it holds no features";
        _items.Add(new SourceRemark(line, Gravity.Warning, kind, $"The {kind}{name} was not imported: {why}."));
    }

    private bool Fatal(long line, string reason)
    {
        _items.Add(new SourceRemark(Math.Max(line, 1), Gravity.Fatal, "file", reason));
        return false;
    }
}
