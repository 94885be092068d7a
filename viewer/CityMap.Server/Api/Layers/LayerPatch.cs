using System.Buffers;
using System.Text.Json;
using CityMap.Geo.Layers;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Layers;

/// <summary>What is to be said anew about a layer: only the members that are there; null takes back what was said (as JSON Merge Patch, RFC 7396).</summary>
/// <param name="Apply">The card after it.</param>
/// <param name="ExpectedVersion">The version it was decided on; null is any.</param>
internal sealed record LayerPatch(Func<LayerCard, LayerCard> Apply, long? ExpectedVersion)
{
    /// <summary>The version that <c>If-Match</c> names; null is any.</summary>
    public long? IfMatch { get; init; }

    private const int LongText = 2000;
    private const int MostOrder = 1000;

    private static readonly MemberSet _members = new(
        "", "title", "description", "owner", "source", "licence", "cadence", "shownFrom", "shownTo", "order", "audience", "style", "retired", "expectedVersion");

    private static readonly MemberSet _title = new("title", "vi", "en");
    private static readonly MemberSet _description = new("description", "vi", "en");
    private static readonly string[] _audiences = ["everyone", "staff"];

    /// <summary>Reads a body.</summary>
    /// <exception cref="ProblemException">Something in it is wrong, by its name.</exception>
    public static LayerPatch Read(ReadOnlySequence<byte> body)
    {
        var reader = new BodyReader(body);
        reader.Open(_members);
        Func<LayerCard, LayerCard> apply = card => card;
        long? version = null;
        var seen = 0UL;
        while (reader.Next(_members, ref seen, out var member))
        {
            if (member == "expectedVersion") version = reader.Whole(member);
            else apply = Then(apply, Change(ref reader, member));
        }

        reader.End();
        return new(apply, version);
    }

    private static Func<LayerCard, LayerCard> Then(Func<LayerCard, LayerCard> first, Func<LayerCard, LayerCard> then) => card => then(first(card));

    private static Func<LayerCard, LayerCard> Change(ref BodyReader reader, string member)
    {
        switch (member)
        {
            case "title": return Title(Local(ref reader, _title, TextLimits.Name));
            case "description": return Description(Local(ref reader, _description, LongText));
            case "style": return Style(reader.Json.TokenType == JsonTokenType.Null ? null : StyleBody.Read(ref reader));
            case "retired": return Retired(reader.Flag(member));
            case "shownFrom": return Shown(from: true, Whole(ref reader, member, "a zoom", 0, 22));
            case "shownTo": return Shown(from: false, Whole(ref reader, member, "a zoom", 1, 24));
            case "order": return Order(Whole(ref reader, member, "a place among the layers", 0, MostOrder));
            default: return Text(member, reader.Text(member, TextLimits.Name, nullable: true));
        }
    }

    private static Func<LayerCard, LayerCard> Title(LocalText? text) => card => card with { Title = text };

    private static Func<LayerCard, LayerCard> Description(LocalText? text) => card => card with { Description = text };

    private static Func<LayerCard, LayerCard> Style(LayerStyle? style) => card => card with { Style = style };

    private static Func<LayerCard, LayerCard> Retired(bool retired) => card => card with { Retired = retired };

    private static Func<LayerCard, LayerCard> Shown(bool from, int? zoom) => card => from ? card with { ShownFrom = zoom } : card with { ShownTo = zoom };

    private static Func<LayerCard, LayerCard> Order(int? order) => card => card with { Order = order };

    private static Func<LayerCard, LayerCard> Text(string member, string? text)
    {
        text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        switch (member)
        {
            case "owner": return card => card with { Owner = text };
            case "source": return card => card with { Source = text };
            case "licence": return card => card with { Licence = text };
            case "cadence":
                if (text is not null && !IsDuration(text)) throw new ProblemException("invalid_value", member, $"{Texts.Shown(text)} is not a length of time.", "an ISO 8601 duration such as P1M or P7D");
                return card => card with { Cadence = text };
            default:
                if (text is not null && !_audiences.Contains(text)) throw new ProblemException(new("invalid_value", $"There is no audience {Texts.Shown(text)}.") { Field = member, Allowed = _audiences });
                return card => card with { Audience = text };
        }
    }

    private static bool IsDuration(string text)
    {
        try
        {
            return System.Xml.XmlConvert.ToTimeSpan(text) > TimeSpan.Zero;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>A text in two languages; null when the value is JSON null.</summary>
    internal static LocalText? Local(ref BodyReader reader, MemberSet members, int most)
    {
        if (reader.Json.TokenType == JsonTokenType.Null) return null;
        reader.Open(members);
        string? vi = null, en = null;
        var seen = 0UL;
        while (reader.Next(members, ref seen, out var member))
        {
            var text = reader.Text(members.PathOf(member), most, lines: true);
            if (member == "vi") vi = text;
            else en = text;
        }

        // Who writes in one language is read in both until somebody translates.
        return new(
            ReportBody.NotBlank(vi ?? en ?? throw ReportBody.Missing(members.PathOf("vi")), members.PathOf("vi")),
            ReportBody.NotBlank(en ?? vi!, members.PathOf("en")));
    }

    private static int? Whole(ref BodyReader reader, string member, string what, int least, int most) =>
        reader.Json.TokenType == JsonTokenType.Null ? null
        : reader.Whole(member) is var number && number >= least && number <= most ? (int)number
        : throw new ProblemException("number_out_of_range", member, $"{member} is not {what}.", $"a whole number from {least} to {most}");
}
