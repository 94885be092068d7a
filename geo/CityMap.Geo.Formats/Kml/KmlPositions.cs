using System.Globalization;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Xml;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Kml;

/// <summary>
/// The text of <c>coordinates</c> (OGC 07-147r2 §10.7): tuples <c>lon,lat[,height]</c> parted by white space, read piece by piece.
/// Heights are dropped and counted.
/// </summary>
internal sealed class KmlPositions(KmlNotes notes)
{
    // Three numbers of 17 digits with signs, points and exponents fit easily.
    private const int LongestTuple = 256;

    /// <summary>Reads the element on which the cursor stands.</summary>
    /// <exception cref="RowRefusal">A tuple is none, or there are too many.</exception>
    public async ValueTask<List<Coordinate>> ReadAsync(XmlCursor cursor)
    {
        var positions = new List<Coordinate>();
        var tuple = new char[LongestTuple];
        var length = 0;
        await foreach (var piece in cursor.PiecesAsync())
        {
            length = Take(piece.Span, tuple, length, positions);
        }

        if (length > 0) Add(positions, tuple.AsSpan(0, length));
        return positions;
    }

    /// <summary>One position of <c>gx:coord</c>: numbers parted by spaces.</summary>
    public Coordinate ReadSpaced(string text, int index) =>
        Parse(string.Join(',', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), index);

    private int Take(ReadOnlySpan<char> text, char[] tuple, int length, List<Coordinate> positions)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                if (length == LongestTuple) throw new RowRefusal($"coordinates[{positions.Count}]", "Expected lon,lat[,height]; found a text without an end.");
                tuple[length++] = c;
                continue;
            }

            if (length == 0) continue;
            Add(positions, tuple.AsSpan(0, length));
            length = 0;
        }

        return length;
    }

    private void Add(List<Coordinate> positions, ReadOnlySpan<char> tuple)
    {
        if (positions.Count == Shapes.MostPositions) throw new RowRefusal("coordinates", $"A shape holds at most {Shapes.MostPositions} positions.");
        positions.Add(Parse(tuple, positions.Count));
    }

    private Coordinate Parse(ReadOnlySpan<char> tuple, int index)
    {
        Span<double> numbers = stackalloc double[3];
        var count = 0;
        foreach (var part in tuple.Split(','))
        {
            if (count == 3) throw Refuse(tuple, index);
            if (!double.TryParse(tuple[part], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[count++])) throw Refuse(tuple, index);
        }

        if (count < 2) throw Refuse(tuple, index);
        if (count == 3 && numbers[2] != 0) notes.DropHeight();
        return Shapes.Position(numbers[0], numbers[1], $"coordinates[{index}]");
    }

    private static RowRefusal Refuse(ReadOnlySpan<char> tuple, int index) =>
        new($"coordinates[{index}]", $"Expected lon,lat[,height] without spaces between; found \"{tuple}\".");
}
