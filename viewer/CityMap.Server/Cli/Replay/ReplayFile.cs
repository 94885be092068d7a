using System.Text.Json;
using CityMap.Geo.Formats;
using CityMap.Geo.Formats.Csv;
using CityMap.Geo.Formats.Rows;

namespace CityMap.Server.Cli.Replay;

/// <summary>Opens a file of incidents, CSV or newline-delimited JSON, perhaps gzip, as rows of text.</summary>
internal static class ReplayFile
{
    /// <summary>Everything in the file, in its order: rows as name → text, and remarks for what cannot be read.</summary>
    public static async Task<List<SourceItem>> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var plain = new MemoryStream();
        try
        {
            await using var stream = file.OpenRead();
            await SourceFile.Unpack(stream).CopyToAsync(plain, cancellationToken);
        }
        catch (Exception damaged) when (damaged is IOException or ICSharpCode.SharpZipLib.SharpZipBaseException)
        {
            throw new Hosting.UserErrorException($"{file.Name} cannot be read: {damaged.Message}", damaged);
        }

        plain.Position = 0;
        if (plain.Length == 0) throw new Hosting.UserErrorException($"{file.Name} is empty.");
        var head = plain.GetBuffer().AsSpan(0, (int)Math.Min(4, plain.Length));
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        return head is [(byte)'{', ..] ? await ReadLinesAsync(plain, cancellationToken) : await ReadCsvAsync(plain, file.Name, cancellationToken);
    }

    private static async Task<List<SourceItem>> ReadCsvAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        try
        {
            // Positions are judged by the server, like everybody's: here they stay text.
            await using var reader = await CsvReader.OpenAsync(stream, new() { WithoutPosition = true }, cancellationToken);
            return await reader.ReadAsync(cancellationToken).ToListAsync(cancellationToken);
        }
        catch (CsvException refused)
        {
            throw new Hosting.UserErrorException($"{name}: {refused.Message}", refused);
        }
    }

    private static async Task<List<SourceItem>> ReadLinesAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream);
        var items = new List<SourceItem>();
        for (long line = 1; await reader.ReadLineAsync(cancellationToken) is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            try
            {
                using var document = JsonDocument.Parse(text);
                var values = new Dictionary<string, object?>(StringComparer.Ordinal);
                Flatten("", document.RootElement, values);
                items.Add(new SourceRow(line, null, null, values));
            }
            catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
            {
                items.Add(new SourceRemark(line, Gravity.Bad, "", $"This line is not JSON: {wrong.Message}"));
            }
        }

        return items;
    }

    // {"incident":{"Name":"x"}} becomes incident.Name → x.
    private static void Flatten(string path, JsonElement element, Dictionary<string, object?> values)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject()) Flatten(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value, values);
            return;
        }

        values[path] = element.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => element.GetString(),
            _ => element.GetRawText(),
        };
    }
}
