using System.Buffers;
using CityMap.Server.Api.Bodies;
using CityMap.Server.Api.Incidents;

namespace CityMap.Server.Api.Handovers;

/// <summary>The bodies of the hand-over log.</summary>
internal static class HandoverBody
{
    private static readonly MemberSet _made = new("", "to", "notes", "expectedVersion");
    private static readonly MemberSet _note = new("", "text");

    /// <summary>A hand-over (<c>POST /api/handovers</c>).</summary>
    public static (string To, string? Notes, long? ExpectedVersion) Read(ReadOnlySequence<byte> body)
    {
        var reader = new BodyReader(body);
        reader.Open(_made);
        string? to = null, notes = null;
        long? version = null;
        var seen = 0UL;
        while (reader.Next(_made, ref seen, out var member))
        {
            if (member == "to") to = reader.Text(member, TextLimits.Name);
            else if (member == "notes") notes = reader.Text(member, TextLimits.Note, lines: true, nullable: true);
            else version = CommandBody.Version(ref reader, member);
        }

        reader.End();
        return (ReportBody.NotBlank(to ?? throw ReportBody.Missing("to"), "to"), notes, version);
    }

    /// <summary>A note (<c>POST /api/handovers/notes</c>).</summary>
    public static string ReadNote(ReadOnlySequence<byte> body)
    {
        var reader = new BodyReader(body);
        reader.Open(_note);
        string? text = null;
        var seen = 0UL;
        while (reader.Next(_note, ref seen, out var member)) text = reader.Text(member, TextLimits.Note, lines: true);
        reader.End();
        return ReportBody.NotBlank(text ?? throw ReportBody.Missing("text"), "text");
    }
}
