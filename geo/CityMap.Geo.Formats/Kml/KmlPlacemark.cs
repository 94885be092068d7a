using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Xml;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Kml;

/// <summary>
/// A <c>Placemark</c> as a row: its shape, its name, description, address and times, and what <c>ExtendedData</c> says of it, as text.
/// What its style and camera say is left out.
/// </summary>
internal sealed class KmlPlacemark(XmlCursor cursor, KmlNotes notes)
{
    private readonly KmlShapes _shapes = new(cursor, notes);
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>Reads the placemark on which the cursor stands.</summary>
    /// <param name="number">Which of the file it is, from 1: its id when it states none, since many may stand on one line.</param>
    /// <param name="layer">The folder it lies in.</param>
    /// <exception cref="RowRefusal">It cannot be used.</exception>
    public async ValueTask<SourceRow> ReadAsync(long number, string? layer)
    {
        var (line, depth) = (cursor.Line, cursor.Depth);
        var id = cursor.Attribute("id") ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Geometry? shape = null;
        _values.Clear();
        _shapes.Begin();
        while (await cursor.ChildAsync(depth))
        {
            if (!KmlShapes.IsShape(cursor.Name)) await FeatureElementAsync();
            else if (shape is null) shape = await _shapes.ReadAsync();
            else throw new RowRefusal("Placemark", "A placemark holds one shape; several belong into one MultiGeometry.");
        }

        if (_shapes.TrackTimes is { Begin: { } begin, End: { } end }) (_values["begin"], _values["end"]) = (begin, end);
        if (shape is null) notes.Warn("Placemark", "The placemark has no shape: it is kept without a place.");
        return new(line, id, shape, new Dictionary<string, object?>(_values, StringComparer.Ordinal)) { Layer = layer };
    }

    private async ValueTask FeatureElementAsync()
    {
        switch (cursor.Name)
        {
            case "name" or "description" or "address" or "phoneNumber":
                var name = cursor.Name;
                Put(name, await cursor.TextAsync());
                break;
            case "TimeStamp" or "TimeSpan":
                await MembersAsync(when => when is "when" ? "time" : when is "begin" or "end" ? when : null);
                break;
            case "ExtendedData":
                await ExtendedAsync();
                break;
            default:
                await cursor.SkipAsync(cursor.Depth);
                break;
        }
    }

    private async ValueTask ExtendedAsync()
    {
        var depth = cursor.Depth;
        while (await cursor.ChildAsync(depth))
        {
            if (cursor.Name == "Data") await DataAsync(cursor.Attribute("name"));
            else if (cursor.Name == "SchemaData") await SimpleDataAsync();
            else await OtherAsync(cursor.Name);
        }
    }

    private async ValueTask DataAsync(string? name) => await MembersAsync(member => member == "value" ? name : null);

    private async ValueTask SimpleDataAsync()
    {
        var depth = cursor.Depth;
        while (await cursor.ChildAsync(depth))
        {
            if (cursor.Name == "SimpleData" && cursor.Attribute("name") is { } name) Put(name, await cursor.TextAsync());
            else await cursor.SkipAsync(cursor.Depth);
        }
    }

    private async ValueTask OtherAsync(string name) => Put(name, await cursor.TextAsync());

    private async ValueTask MembersAsync(Func<string, string?> nameOf)
    {
        var depth = cursor.Depth;
        while (await cursor.ChildAsync(depth))
        {
            if (nameOf(cursor.Name) is { } name) Put(name, await cursor.TextAsync());
            else await cursor.SkipAsync(cursor.Depth);
        }
    }

    // A file's own "name" beside the placemark's keeps its value under a name of its own.
    private void Put(string name, string text)
    {
        object? value = text.Length == 0 ? null : text;
        if (_values.TryAdd(name, value) || Equals(_values[name], value) || value is null) return;
        if (_values[name] is null) _values[name] = value;
        else if (!_values.TryAdd($"data_{name}", value)) notes.Warn(name, $"The value \"{name}\" stands more than twice; the first two were kept.");
    }
}
