using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CityMap.Server.Hosting;

namespace CityMap.Server.Cli.Import;

/// <summary>A file of rules for OpenStreetMap, as one line that fits into a request.</summary>
internal static class OsmRulesFile
{
    // A request's first line is at most 8 kB; the rest of it needs some room too.
    private const int Longest = 7 * 1024;

    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The rules without comments and white space; null without a file. Whether they are rules the server says.</summary>
    /// <exception cref="UserErrorException">There is no such file, it is not JSON, or too long.</exception>
    public static string? Read(FileInfo? file)
    {
        if (file is null) return null;
        if (!file.Exists) throw new UserErrorException($"There is no file {file.FullName}.");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file.FullName), Reading);
            using var bytes = new MemoryStream();
            using (var writer = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) json.WriteTo(writer);
            var text = Encoding.UTF8.GetString(bytes.ToArray());
            return Uri.EscapeDataString(text).Length <= Longest
                ? text
                : throw new UserErrorException($"The rules in {file.FullName} are too long: without white space and escaped they must fit into {Longest} characters.");
        }
        catch (JsonException broken)
        {
            throw new UserErrorException($"{file.FullName} is not JSON: {broken.Message}");
        }
    }
}
