using System.Runtime.InteropServices;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>Nodes in columns of differences (<c>DenseNodes</c>); their tags stand in one list, a zero after each node's.</summary>
internal readonly struct DenseNodes(PbfBlock block, List<int> tags)
{
    /// <summary>Hands the nodes over.</summary>
    public void Decode(ReadOnlySpan<byte> bytes, PbfElements elements)
    {
        ReadOnlySpan<byte> ids = default, lats = default, lons = default, pairs = default;
        var reader = new ProtoReader(bytes);
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1: ids = reader.Packed(); break;
                case 8: lats = reader.Packed(); break;
                case 9: lons = reader.Packed(); break;
                case 10: pairs = reader.Packed(); break;
                default: reader.Skip(); break;
            }
        }

        long id = 0, lat = 0, lon = 0;
        var idColumn = new ProtoReader(ids);
        var latColumn = new ProtoReader(lats);
        var lonColumn = new ProtoReader(lons);
        var tagColumn = new ProtoReader(pairs);
        while (!idColumn.IsEnd)
        {
            id += idColumn.Signed();
            lat += latColumn.Signed();
            lon += lonColumn.Signed();
            elements.Node(block, id, block.Lon(lon), block.Lat(lat), Tags(ref tagColumn));
        }
    }

    private ReadOnlySpan<int> Tags(ref ProtoReader column)
    {
        tags.Clear();
        while (!column.IsEnd && (int)column.Varint() is not 0 and var key)
        {
            tags.Add(key);
            tags.Add((int)column.Varint());
        }

        return CollectionsMarshal.AsSpan(tags);
    }
}
