namespace CityMap.Server.Maps;

/// <summary>Finished files by what was asked for, bounded by bytes, the least recently used going first.</summary>
internal sealed class MapCache(long maxBytes)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, string State, byte[] File)> _files = [];
    private long _bytes;

    /// <summary>The file of a key, if it was made from the same state.</summary>
    public byte[]? Find(string key, string state)
    {
        lock (_lock)
        {
            if (Node(key) is not { } node || node.Value.State != state) return null;
            _files.Remove(node);
            _files.AddFirst(node);
            return node.Value.File;
        }
    }

    /// <summary>Keeps a file; one of the same key goes.</summary>
    public void Keep(string key, string state, byte[] file)
    {
        if (file.Length > maxBytes / 2) return;
        lock (_lock)
        {
            if (Node(key) is { } old) Drop(old);
            _files.AddFirst((key, state, file));
            _bytes += file.Length;
            while (_bytes > maxBytes) Drop(_files.Last!);
        }
    }

    private LinkedListNode<(string Key, string State, byte[] File)>? Node(string key)
    {
        for (var node = _files.First; node is not null; node = node.Next)
        {
            if (node.Value.Key == key) return node;
        }

        return null;
    }

    private void Drop(LinkedListNode<(string Key, string State, byte[] File)> node)
    {
        _files.Remove(node);
        _bytes -= node.Value.File.Length;
    }
}
