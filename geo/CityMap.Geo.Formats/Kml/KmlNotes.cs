using System.Globalization;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Xml;

namespace CityMap.Geo.Formats.Kml;

/// <summary>What is to be said of a file beside its rows: at once of single things, at the end of what many rows share.</summary>
internal sealed class KmlNotes(XmlCursor cursor)
{
    private readonly List<SourceRemark> _waiting = [];
    private long _heights;
    private long _firstHeight;

    /// <summary>Notes something of the row being read.</summary>
    public void Warn(string field, string reason) => _waiting.Add(new(cursor.Line, Gravity.Warning, field, reason));

    /// <summary>Notes that a height was dropped.</summary>
    public void DropHeight()
    {
        if (_heights++ == 0) _firstHeight = cursor.Line;
    }

    /// <summary>Hands over what was noted since the last time.</summary>
    public SourceRemark[] Take()
    {
        if (_waiting.Count == 0) return [];
        SourceRemark[] taken = [.. _waiting];
        _waiting.Clear();
        return taken;
    }

    /// <summary>What is to be said of the whole file; null when nothing is.</summary>
    public SourceRemark? AtEnd() => _heights == 0 ? null : new(
        _firstHeight, Gravity.Warning, "coordinates",
        string.Create(CultureInfo.InvariantCulture, $"The heights of {_heights} positions were dropped: a layer keeps longitude and latitude."));
}
