namespace CityMap.Geo.Formats.Xml;

/// <summary>Looks at the first bytes of a file that may be XML.</summary>
internal static class XmlHead
{
    /// <summary>True when the first element has this name, with any prefix; declarations and comments before it are passed over.</summary>
    public static bool Begins(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        while (true)
        {
            head = head.TrimStart(" \t\r\n"u8);
            if (!head.StartsWith("<"u8)) return false;
            var end = head.StartsWith("<?"u8) ? head.IndexOf("?>"u8) + 2 : head.StartsWith("<!--"u8) ? head.IndexOf("-->"u8) + 3 : 0;
            if (end is 1 or 2) return false;
            if (end == 0) break;
            head = head[end..];
        }

        head = head[1..];
        var stop = head.IndexOfAny(" \t\r\n/>"u8);
        if (stop < 0) return false;
        var element = head[..stop];
        return element[(element.LastIndexOf((byte)':') + 1)..].SequenceEqual(name);
    }
}
