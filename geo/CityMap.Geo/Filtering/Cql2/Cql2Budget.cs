using System.Text;

namespace CityMap.Geo.Filtering.Cql2;

/// <summary>Counts what a reader has taken in, against <see cref="Cql2Limits"/>.</summary>
internal struct Cql2Budget
{
    private int _nodes;
    private int _vertices;

    /// <exception cref="Cql2Exception">The text is too long.</exception>
    public static void CheckLength(string text)
    {
        if (text.Length > Cql2Limits.Bytes || Encoding.UTF8.GetByteCount(text) > Cql2Limits.Bytes)
        {
            throw new Cql2Exception($"The filter is longer than {Cql2Limits.Bytes} bytes.", "");
        }
    }

    /// <exception cref="Cql2Exception">There are too many.</exception>
    public void AddNode(string place)
    {
        if (++_nodes > Cql2Limits.Nodes) throw new Cql2Exception($"The filter has more than {Cql2Limits.Nodes} parts.", place);
    }

    /// <exception cref="Cql2Exception">There are too many.</exception>
    public void AddVertex(string place)
    {
        if (++_vertices > Cql2Limits.Vertices) throw new Cql2Exception($"The filter's shapes have more than {Cql2Limits.Vertices} positions.", place);
    }

    /// <exception cref="Cql2Exception">It is too deep.</exception>
    public static void CheckDepth(int depth, string place)
    {
        if (depth > Cql2Limits.Depth) throw new Cql2Exception($"The filter is nested deeper than {Cql2Limits.Depth}.", place);
    }
}
