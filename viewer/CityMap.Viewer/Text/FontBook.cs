using System.Collections.Concurrent;
using System.Text;

namespace CityMap.Viewer.Text;

/// <summary>
/// The fonts of a map by name. A name may stand for several files that share the characters among them; what none of them has is taken
/// from a font of the machine. Shaped lines are kept, for a map says the same names again and again.
/// </summary>
public sealed class FontBook : IDisposable
{
    private const int MostKept = 20_000;

    private static readonly string[] _ofTheMachine =
    [
        "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", "/Library/Fonts/Arial Unicode.ttf", "/System/Library/Fonts/Supplemental/Arial.ttf",
        @"C:\Windows\Fonts\segoeui.ttf", @"C:\Windows\Fonts\arial.ttf",
    ];

    private readonly Dictionary<string, IReadOnlyList<FontFace>> _fonts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Text, string Font), ShapedText> _shaped = new();
    private readonly ConcurrentDictionary<string, byte> _warnings = new(StringComparer.Ordinal);
    private readonly Lazy<FontFace?> _fallback;

    /// <summary>Opens fonts.</summary>
    /// <param name="files">Paths of files by font name. A missing or unreadable one is named in <see cref="Warnings"/>.</param>
    public FontBook(IReadOnlyDictionary<string, IReadOnlyList<string>> files)
    {
        _fallback = new(OpenFallback);
        foreach (var (name, paths) in files) _fonts[name] = [.. paths.Select(path => Open(name, path)).OfType<FontFace>()];
    }

    /// <summary>What is missing, one sentence each: a font file, a font nobody knows, a character no font has.</summary>
    public IReadOnlyCollection<string> Warnings => [.. _warnings.Keys];

    /// <summary>A line of text in a font.</summary>
    internal ShapedText Shape(string text, string font)
    {
        if (_shaped.TryGetValue((text, font), out var known)) return known;
        if (_shaped.Count > MostKept) _shaped.Clear();
        return _shaped[(text, font)] = ShapeNow(text.Normalize(NormalizationForm.FormC), font);
    }

    private ShapedText ShapeNow(string text, string font)
    {
        if (text.Length == 0) return ShapedText.Empty;
        if (!_fonts.TryGetValue(font, out var faces))
        {
            Warn($"There is no font {font}; another is taken.");
            faces = _fonts.Values.FirstOrDefault() ?? [];
        }

        var runs = new List<ShapedRun>();
        var (start, current) = (0, default(FontFace));
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var face = FaceOf(rune.Value, current, faces);
            if (face != current && at > start) runs.Add(current!.Shape(text[start..at]));
            if (face != current) (start, current) = (at, face);
            at += rune.Utf16SequenceLength;
        }

        if (current is not null && at > start) runs.Add(current.Shape(text[start..at]));
        return new(runs, runs.Sum(r => r.Width));
    }

    // The font in use goes on as long as it can: a space must not part a word's run from the next.
    private FontFace FaceOf(int codePoint, FontFace? current, IReadOnlyList<FontFace> faces)
    {
        if (current is not null && current.Has(codePoint)) return current;
        foreach (var face in faces)
        {
            if (face.Has(codePoint)) return face;
        }

        if (_fallback.Value is { } fallback && fallback.Has(codePoint)) return fallback;
        Warn($"No font has the character U+{codePoint:X4}.");
        return current ?? faces.FirstOrDefault() ?? _fallback.Value
            ?? throw new InvalidOperationException("There is no font at all: build the console (./citymap build) or install the package fonts-noto-core.");
    }

    private FontFace? Open(string name, string path)
    {
        try
        {
            if (FontFace.Open(path) is { } face) return face;
            Warn($"The font {name} cannot be read from {Path.GetFileName(path)}.");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Warn($"The font {name} is missing ({Path.GetFileName(path)}); a font of the machine is taken where it has one.");
        }

        return null;
    }

    private FontFace? OpenFallback()
    {
        foreach (var path in _ofTheMachine.Where(File.Exists))
        {
            if (FontFace.Open(path) is not { } face) continue;
            Warn($"Where a font is missing, {Path.GetFileNameWithoutExtension(path)} is taken.");
            return face;
        }

        return null;
    }

    private void Warn(string sentence) => _warnings.TryAdd(sentence, 0);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var face in _fonts.Values.SelectMany(f => f)) face.Dispose();
        if (_fallback.IsValueCreated) _fallback.Value?.Dispose();
    }
}
