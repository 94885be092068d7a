// Empty lists are what the format leaves out.
#pragma warning disable PBN0022
using System.Buffers.Binary;
using System.IO.Compression;
using ProtoBuf;

namespace CityMap.Geo.Tests.Formats.Pbf;

/// <summary>Writes small PBF files by another implementation of the wire format, in any order of elements.</summary>
internal sealed class SomePbf
{
    private readonly List<Block> _blocks = [];
    private readonly List<string> _features = ["OsmSchema-V0.6", "DenseNodes"];

    public SomePbf Feature(string name)
    {
        _features.Add(name);
        return this;
    }

    /// <summary>A block of plain nodes: id, longitude, latitude, tags as "k=v".</summary>
    public SomePbf Nodes(params (long Id, double Lon, double Lat, string[] Tags)[] nodes)
    {
        var block = new Block();
        var group = new Group();
        foreach (var (id, lon, lat, tags) in nodes)
        {
            var (keys, values) = block.Tags(tags);
            group.Nodes.Add(new() { Id = id, Lon = (long)Math.Round(lon * 1e7), Lat = (long)Math.Round(lat * 1e7), Keys = keys, Values = values });
        }

        return Add(block, group);
    }

    public SomePbf Way(long id, long[] nodes, params string[] tags)
    {
        var block = new Block();
        var (keys, values) = block.Tags(tags);
        return Add(block, new() { Ways = { new() { Id = id, Keys = keys, Values = values, Refs = Deltas(nodes) } } });
    }

    public SomePbf Relation(long id, long[] ways, params string[] tags)
    {
        var block = new Block();
        var (keys, values) = block.Tags(tags);
        var relation = new RelationMessage { Id = id, Keys = keys, Values = values, Members = Deltas(ways), Roles = new int[ways.Length], Kinds = [.. ways.Select(_ => 1)] };
        return Add(block, new() { Relations = { relation } });
    }

    /// <summary>The file; <paramref name="packing"/> is the field of <c>Blob</c> that holds the content: 1 raw, 3 zlib, 6 lz4.</summary>
    public byte[] Bytes(int packing = 3)
    {
        using var file = new MemoryStream();
        Frame(file, "OSMHeader", Message(new Header { Features = _features }), 3);
        foreach (var block in _blocks) Frame(file, "OSMData", Message(block), packing);
        return file.ToArray();
    }

    private SomePbf Add(Block block, Group group)
    {
        block.Groups.Add(group);
        _blocks.Add(block);
        return this;
    }

    private static long[] Deltas(long[] ids) => [.. ids.Select((id, i) => i == 0 ? id : id - ids[i - 1])];

    private static byte[] Message<T>(T message)
    {
        using var bytes = new MemoryStream();
        Serializer.Serialize(bytes, message);
        return bytes.ToArray();
    }

    private static void Frame(Stream file, string type, byte[] content, int packing)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(content);
        var blob = Message(packing switch
        {
            1 => new Blob { Raw = content },
            3 => new Blob { RawSize = content.Length, Zlib = packed.ToArray() },
            _ => new Blob { RawSize = content.Length, Lz4 = packed.ToArray() },
        });
        var head = Message(new BlobHead { Type = type, Size = blob.Length });
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, head.Length);
        file.Write(length);
        file.Write(head);
        file.Write(blob);
    }

    [ProtoContract]
    private sealed class BlobHead
    {
        [ProtoMember(1)] public string Type { get; set; } = "";

        [ProtoMember(3)] public int Size { get; set; }
    }

    [ProtoContract]
    private sealed class Blob
    {
        [ProtoMember(1)] public byte[]? Raw { get; set; }

        [ProtoMember(2)] public int RawSize { get; set; }

        [ProtoMember(3)] public byte[]? Zlib { get; set; }

        [ProtoMember(6)] public byte[]? Lz4 { get; set; }
    }

    [ProtoContract]
    private sealed class Header
    {
        [ProtoMember(4)] public List<string> Features { get; set; } = [];
    }

    [ProtoContract]
    private sealed class Block
    {
        [ProtoMember(1)] public Strings Texts { get; set; } = new();

        [ProtoMember(2)] public List<Group> Groups { get; set; } = [];

        public (int[] Keys, int[] Values) Tags(string[] tags) => ([.. tags.Select(t => Index(t.Split('=')[0]))], [.. tags.Select(t => Index(t.Split('=')[1]))]);

        private int Index(string text)
        {
            Texts.All.Add(System.Text.Encoding.UTF8.GetBytes(text));
            return Texts.All.Count - 1;
        }
    }

    [ProtoContract]
    private sealed class Strings
    {
        [ProtoMember(1)] public List<byte[]> All { get; set; } = [[]];
    }

    [ProtoContract]
    private sealed class Group
    {
        [ProtoMember(1)] public List<Node> Nodes { get; set; } = [];

        [ProtoMember(3)] public List<WayMessage> Ways { get; set; } = [];

        [ProtoMember(4)] public List<RelationMessage> Relations { get; set; } = [];
    }

    [ProtoContract]
    private sealed class Node
    {
        [ProtoMember(1, DataFormat = DataFormat.ZigZag)] public long Id { get; set; }

        [ProtoMember(2, IsPacked = true)] public int[] Keys { get; set; } = [];

        [ProtoMember(3, IsPacked = true)] public int[] Values { get; set; } = [];

        [ProtoMember(8, DataFormat = DataFormat.ZigZag)] public long Lat { get; set; }

        [ProtoMember(9, DataFormat = DataFormat.ZigZag)] public long Lon { get; set; }
    }

    [ProtoContract]
    private sealed class WayMessage
    {
        [ProtoMember(1)] public long Id { get; set; }

        [ProtoMember(2, IsPacked = true)] public int[] Keys { get; set; } = [];

        [ProtoMember(3, IsPacked = true)] public int[] Values { get; set; } = [];

        [ProtoMember(8, DataFormat = DataFormat.ZigZag, IsPacked = true)] public long[] Refs { get; set; } = [];
    }

    [ProtoContract]
    private sealed class RelationMessage
    {
        [ProtoMember(1)] public long Id { get; set; }

        [ProtoMember(2, IsPacked = true)] public int[] Keys { get; set; } = [];

        [ProtoMember(3, IsPacked = true)] public int[] Values { get; set; } = [];

        [ProtoMember(8, IsPacked = true)] public int[] Roles { get; set; } = [];

        [ProtoMember(9, DataFormat = DataFormat.ZigZag, IsPacked = true)] public long[] Members { get; set; } = [];

        [ProtoMember(10, IsPacked = true)] public int[] Kinds { get; set; } = [];
    }
}
