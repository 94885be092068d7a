using System.Runtime.InteropServices;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>Decodes the groups of a block: dense and plain nodes, ways, relations.</summary>
internal sealed class PbfDecoder
{
    private readonly List<int> _tags = [];
    private readonly List<int> _values = [];
    private readonly List<long> _ids = [];
    private readonly List<int> _kinds = [];

    /// <summary>Hands the elements of the wanted kinds over; says which kinds the block holds.</summary>
    /// <exception cref="InvalidDataException">The block is damaged.</exception>
    public PbfKinds Decode(PbfBlock block, PbfKinds wanted, PbfElements elements)
    {
        var found = PbfKinds.None;
        for (var i = 0; i < block.Groups; i++)
        {
            var group = new ProtoReader(block.Group(i));
            while (group.Next(out var field))
            {
                var kind = field switch { 1 or 2 => PbfKinds.Nodes, 3 => PbfKinds.Ways, 4 => PbfKinds.Relations, _ => PbfKinds.None };
                found |= kind;
                if (kind == PbfKinds.None || (kind & wanted) == 0) group.Skip();
                else if (field == 1) Node(block, group.Bytes(), elements);
                else if (field == 2) new DenseNodes(block, _tags).Decode(group.Bytes(), elements);
                else if (field == 3) Way(block, group.Bytes(), elements);
                else Relation(block, group.Bytes(), elements);
            }
        }

        return found;
    }

    private void Node(PbfBlock block, ReadOnlySpan<byte> bytes, PbfElements elements)
    {
        long id = 0, lat = 0, lon = 0;
        Begin();
        var reader = new ProtoReader(bytes);
        while (reader.Next(out var field))
        {
            if (field == 1) id = reader.Signed();
            else if (field == 8) lat = reader.Signed();
            else if (field == 9) lon = reader.Signed();
            else if (!Tag(field, ref reader)) reader.Skip();
        }

        elements.Node(block, id, block.Lon(lon), block.Lat(lat), Pairs());
    }

    private void Way(PbfBlock block, ReadOnlySpan<byte> bytes, PbfElements elements)
    {
        long id = 0;
        Begin();
        var reader = new ProtoReader(bytes);
        while (reader.Next(out var field))
        {
            if (field == 1) id = (long)reader.Varint();
            else if (field == 8) Deltas(reader.Packed(), _ids);
            else if (!Tag(field, ref reader)) reader.Skip();
        }

        elements.Way(block, id, Pairs(), CollectionsMarshal.AsSpan(_ids));
    }

    private void Relation(PbfBlock block, ReadOnlySpan<byte> bytes, PbfElements elements)
    {
        long id = 0;
        Begin();
        var reader = new ProtoReader(bytes);
        while (reader.Next(out var field))
        {
            if (field == 1) id = (long)reader.Varint();
            else if (field == 9) Deltas(reader.Packed(), _ids);
            else if (field == 10) Numbers(reader.Packed(), _kinds);
            else if (!Tag(field, ref reader)) reader.Skip();
        }

        if (_kinds.Count != _ids.Count) throw new InvalidDataException($"relation {id} states {_ids.Count} members and {_kinds.Count} kinds of members");
        var ways = 0;
        for (var i = 0; i < _ids.Count; i++)
        {
            if (_kinds[i] == 1) _ids[ways++] = _ids[i];
        }

        elements.Relation(block, id, Pairs(), CollectionsMarshal.AsSpan(_ids)[..ways]);
    }

    private void Begin()
    {
        _tags.Clear();
        _values.Clear();
        _ids.Clear();
        _kinds.Clear();
    }

    // The fields of tags are the same in nodes, ways and relations.
    private bool Tag(int field, ref ProtoReader reader)
    {
        if (field is not (2 or 3)) return false;
        Numbers(reader.Packed(), field == 2 ? _tags : _values);
        return true;
    }

    private ReadOnlySpan<int> Pairs()
    {
        if (_tags.Count != _values.Count) throw new InvalidDataException("an element has more keys than values, or fewer");
        if (_tags.Count == 0) return [];
        var keys = _tags.Count;
        CollectionsMarshal.SetCount(_tags, keys * 2);
        var pairs = CollectionsMarshal.AsSpan(_tags);
        for (var i = keys - 1; i >= 0; i--) (pairs[2 * i], pairs[(2 * i) + 1]) = (pairs[i], _values[i]);
        return pairs;
    }

    private static void Numbers(ReadOnlySpan<byte> packed, List<int> numbers)
    {
        var reader = new ProtoReader(packed);
        while (!reader.IsEnd) numbers.Add((int)reader.Varint());
    }

    private static void Deltas(ReadOnlySpan<byte> packed, List<long> ids)
    {
        var reader = new ProtoReader(packed);
        long id = 0;
        while (!reader.IsEnd) ids.Add(id += reader.Signed());
    }
}
