using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Districts;
using CityMap.Grains.Incidents;
using CityMap.Grains.Journal;
using CityMap.Grains.Tests.Incidents;
using CsCheck;

namespace CityMap.Grains.Tests.Districts;

/// <summary>Figures carried forward entry by entry are those that counting everything would give.</summary>
public sealed class DistrictBookTests
{
    private static readonly string[] Steps = ["receive", "assign", "start", "claimFix", "verifyFix", "close", "reject", "reopen", "acknowledge", "move", "raise"];

    private static readonly Gen<(int Incident, int Step)[]> Histories = Gen.Select(Gen.Int[0, 12], Gen.Int[0, Steps.Length - 1]).Array[1, 200];

    [Fact]
    public void Wherever_counting_begins_and_however_entries_come_the_figures_are_those_of_the_whole() =>
        Gen.Select(Histories, Gen.Double.Unit, Gen.Int[1, 5]).Sample((history, part, page) =>
        {
            var written = Write(history);
            var start = (int)(part * written.Count);
            var book = Begin(written[..start]);
            foreach (var some in written[start..].Chunk(page))
            {
                book.Read(new Followed([.. some.Select(w => w.Entry)], [.. some.Select(w => new SequencedChange(w.Entry.Sequence, w.Change))], some[^1].Entry.Sequence));
            }

            Assert.False(book.HasLostTheThread);
            Assert.Equivalent(Begin(written).Counts(Some.Now.AddDays(2)), book.Counts(Some.Now.AddDays(2)));
        });

    [Fact]
    public void What_cannot_be_told_from_the_entries_is_said_and_not_guessed()
    {
        var written = Write([(0, Array.IndexOf(Steps, "receive")), (0, Array.IndexOf(Steps, "acknowledge"))]);
        var book = new DistrictBook();
        book.Begin(new CountedIncidents(), [], 1);
        book.Read(new Followed([written[1].Entry], [new SequencedChange(2, written[1].Change)], 2));
        Assert.True(book.HasLostTheThread);
    }

    // The first step of an incident reports it; steps that its state does not allow are left out.
    private static List<(JournalEntry Entry, FeatureChange Change)> Write((int Incident, int Step)[] history)
    {
        var states = new Dictionary<int, IncidentSnapshot>();
        var written = new List<(JournalEntry, FeatureChange)>();
        foreach (var (which, step) in history)
        {
            var id = new Guid(which + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
            var before = states.GetValueOrDefault(which);
            var decision = before is null
                ? Incident.DecideReport(Some.Report(severity: 1 + (which % 5)) with { Exercise = which == 12 }, Some.Context())
                : Incident.Decide(before, Command(Steps[step], before), Some.Context());
            if (decision is not Decision.Happens happens) continue;
            var made = IncidentStep.Of(id, before, happens, Some.By(), Some.Now);
            var e = made.Append.Entries[0];
            written.Add((new(written.Count + 1, made.Append.Stream, made.After.Version, e.Kind, e.OccurredAt, e.RecordedAt, e.Actor, e.Data), made.Append.Changes[0]));
            states[which] = made.After;
        }

        return written;
    }

    private static IncidentCommand Command(string name, IncidentSnapshot state) => name switch
    {
        "move" => new MoveIncident(state.Position.Lon < 107 ? 107.5 : 106.5, 21.8),
        "raise" => new CorrectIncident("TREE", (state.Severity % 5) + 1, null, null),
        _ => Some.Command(name),
    };

    private static DistrictBook Begin(IEnumerable<(JournalEntry Entry, FeatureChange Change)> written)
    {
        var (incidents, sequence) = (new CountedIncidents(), 0L);
        var last = new Dictionary<string, Feature>();
        foreach (var (entry, change) in written) (last[change.Id], sequence) = (change.After!, entry.Sequence);
        foreach (var (id, feature) in last.Where(f => f.Value["exercise"] is false))
        {
            var state = IncidentStates.Find((string)feature["state"]!)!.Value;
            if (state.IsOpen()) incidents.Put(Guid.Parse(id), feature);
            else incidents.PutDone((string?)feature["district"], state, 1);
        }

        var book = new DistrictBook();
        book.Begin(incidents, [], sequence);
        return book;
    }
}
