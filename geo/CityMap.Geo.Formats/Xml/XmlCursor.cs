using System.Text;
using System.Xml;

namespace CityMap.Geo.Formats.Xml;

/// <summary>
/// Walks the elements of an XML file forward, holding one at a time. No document type, no entity of the file's own and nothing outside the file is
/// ever read. Whatever reads an element leaves the cursor at its end.
/// </summary>
internal sealed class XmlCursor : IDisposable
{
    /// <summary>The longest text of one element that is kept, in characters.</summary>
    public const int LongestText = 1 << 20;

    private readonly XmlReader _reader;

    public XmlCursor(Stream stream) => _reader = XmlReader.Create(stream, new XmlReaderSettings
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    });

    /// <summary>Name of the element without its prefix.</summary>
    public string Name => _reader.LocalName;

    /// <summary>Namespace of the element.</summary>
    public string Namespace => _reader.NamespaceURI;

    /// <summary>Line on which the cursor stands, from 1.</summary>
    public long Line => ((IXmlLineInfo)_reader).LineNumber;

    /// <summary>How deep the cursor stands.</summary>
    public int Depth => _reader.Depth;

    /// <summary>True at the end of an element, or at one that holds nothing.</summary>
    public bool IsEnd => _reader.NodeType == XmlNodeType.EndElement || _reader.IsEmptyElement;

    /// <summary>True at the beginning of an element.</summary>
    public bool IsStart => _reader.NodeType == XmlNodeType.Element;

    /// <summary>An attribute of the element; null when it has none of that name.</summary>
    public string? Attribute(string name) => _reader.GetAttribute(name);

    /// <summary>Goes on to the next beginning or end of an element; false after the last.</summary>
    /// <exception cref="XmlException">The file is not well-formed XML, or declares a document type.</exception>
    public async ValueTask<bool> NextAsync()
    {
        while (await _reader.ReadAsync())
        {
            if (_reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement) return true;
        }

        return false;
    }

    /// <summary>Goes on to the next child of the element that stands at a depth; false at that element's end.</summary>
    public async ValueTask<bool> ChildAsync(int parent)
    {
        if (_reader.Depth == parent && IsEnd) return false;
        while (await _reader.ReadAsync())
        {
            if (_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == parent) return false;
            if (_reader.NodeType == XmlNodeType.Element && _reader.Depth == parent + 1) return true;
        }

        return false;
    }

    /// <summary>Goes to the end of the element, or of the one that encloses the cursor at a depth.</summary>
    public async ValueTask SkipAsync(int depth)
    {
        while (!(_reader.Depth == depth && IsEnd) && await _reader.ReadAsync())
        {
        }
    }

    /// <summary>The text within the element, that of its children included; what is too long is cut.</summary>
    public async ValueTask<string> TextAsync()
    {
        var text = new StringBuilder();
        await foreach (var piece in PiecesAsync())
        {
            if (text.Length < LongestText) text.Append(piece.Span);
        }

        return text.ToString().Trim();
    }

    /// <summary>The text within the element piece by piece, so that one of any length needs no memory.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<char>> PiecesAsync()
    {
        var depth = _reader.Depth;
        if (_reader.IsEmptyElement) yield break;
        var buffer = new char[4096];
        while (await _reader.ReadAsync() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            if (_reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            int read;
            while ((read = await _reader.ReadValueChunkAsync(buffer, 0, buffer.Length)) > 0) yield return buffer.AsMemory(0, read);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}
