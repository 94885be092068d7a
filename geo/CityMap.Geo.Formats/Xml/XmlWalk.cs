using System.Runtime.CompilerServices;
using System.Xml;
using CityMap.Geo.Formats.Rows;

namespace CityMap.Geo.Formats.Xml;

/// <summary>Goes through the elements of an XML file of geographic data, from one thing to the next: rows, what is said of them, and the end.</summary>
/// <param name="cursor">Where it stands in the file.</param>
/// <param name="root">The name of the file's first element, lower case; in capitals it is the format's name.</param>
internal abstract class XmlWalk(XmlCursor cursor, string root)
{
    private readonly List<SourceItem> _items = [];
    private bool _begun;

    /// <summary>Where the walk stands.</summary>
    protected XmlCursor Cursor => cursor;

    /// <summary>Rows and remarks in the order of the file. A fatal remark is the last item.</summary>
    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await NextAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var item in _items) yield return item;
        }

        foreach (var item in _items) yield return item;
    }

    /// <summary>An element begins.</summary>
    protected abstract ValueTask ElementAsync();

    /// <summary>An element ends.</summary>
    protected virtual void Close()
    {
    }

    /// <summary>What is to be said of the row just read.</summary>
    protected abstract IEnumerable<SourceRemark> TakeRemarks();

    /// <summary>What is to be said of the whole file; null when nothing is.</summary>
    protected abstract SourceRemark? AtEnd();

    /// <summary>Says something.</summary>
    protected void Tell(SourceRemark remark) => _items.Add(remark);

    /// <summary>Reads the row that begins here; when it cannot be used, the rest of it is passed over and the reason told.</summary>
    protected async ValueTask RowAsync(Func<ValueTask<SourceRow>> read)
    {
        var (line, depth) = (cursor.Line, cursor.Depth);
        try
        {
            _items.Add(await read());
        }
        catch (RowRefusal refused)
        {
            Tell(new(line, Gravity.Bad, refused.Field, refused.Message));
            await cursor.SkipAsync(depth);
        }

        _items.AddRange(TakeRemarks());
    }

    // One step; false at the end, which may have found something too.
    private async ValueTask<bool> NextAsync()
    {
        _items.Clear();
        try
        {
            return await StepAsync();
        }
        catch (XmlException declared) when (declared.Message.Contains("DTD", StringComparison.Ordinal))
        {
            // What .NET says of it is advice to programmers.
            return Fatal(declared.LineNumber, "The file declares a document type (DOCTYPE), and such a file is never read here: remove the declaration.");
        }
        catch (XmlException broken)
        {
            return Fatal(broken.LineNumber, $"The file is not well-formed XML: {broken.Message}");
        }
    }

    private async ValueTask<bool> StepAsync()
    {
        if (!await cursor.NextAsync())
        {
            if (AtEnd() is { } last) Tell(last);
            return false;
        }

        if (!_begun)
        {
            _begun = true;
            return cursor.Name == root || Fatal(cursor.Line, $"Expected the element {root}, found {cursor.Name}: this is not {root.ToUpperInvariant()}.");
        }

        if (cursor.IsStart) await ElementAsync();
        else Close();
        return true;
    }

    private bool Fatal(long line, string reason)
    {
        Tell(new(Math.Max(line, 1), Gravity.Fatal, "file", reason));
        return false;
    }
}
