namespace CityMap.Geo.Formats.Kml;

/// <summary>Where in the tree of documents and folders a reader stands. A folder is a layer; its name is the path of folder names.</summary>
internal sealed class KmlFolders
{
    private readonly List<(int Depth, bool Folder, string? Name)> _open = [];

    /// <summary>The layer of what comes next: the folders' names, else the document's, else null.</summary>
    public string? Layer { get; private set; }

    /// <summary>True when an element at a depth is a child of the innermost folder or document.</summary>
    public bool IsChild(int depth) => _open.Count > 0 && depth == _open[^1].Depth + 1;

    /// <summary>Enters a folder or document.</summary>
    public void Open(int depth, bool folder)
    {
        _open.Add((depth, folder, null));
        Name();
    }

    /// <summary>Leaves it.</summary>
    public void Close(int depth)
    {
        if (_open.Count > 0 && _open[^1].Depth == depth) _open.RemoveAt(_open.Count - 1);
        Name();
    }

    /// <summary>Learns the name of the innermost.</summary>
    public void Rename(string name)
    {
        if (name.Length > 0) _open[^1] = _open[^1] with { Name = name };
        Name();
    }

    private void Name()
    {
        var folders = string.Join(" / ", _open.Where(o => o.Folder && o.Name is not null).Select(o => o.Name));
        Layer = folders.Length > 0 ? folders : _open.Where(o => !o.Folder).Select(o => o.Name).LastOrDefault();
    }
}
