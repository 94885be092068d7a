using System.Collections.Concurrent;
using CityMap.Geo.Journal;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Incidents;
using CsCheck;
using NetTopologySuite.IO;

namespace CityMap.Grains.Tests.Incidents;

/// <summary>Thousands of random commands against the decider and a model of it that is written differently.</summary>
public sealed class IncidentModelTests
{
    private static readonly Gen<string?> Texts = Gen.OneOf(
        OneOf(null, "", "Đã kiểm tra", "Đã thay bóng", "a\ud800", new string('x', 5_000)), Gen.String.Select(text => (string?)text));

    private static readonly Gen<double> Degrees = Gen.OneOf(Gen.Double[-200, 200], OneOf(double.NaN, 21.853, 106.761), Gen.Double[106, 108]);

    private static readonly Gen<IncidentCommand> Commands = Gen.OneOf<IncidentCommand>(
        OneOf<IncidentCommand>(new ReceiveIncident()),
        Gen.OneOf(OneOf<string?>("Tổ 1", "Tổ 2"), Texts).Select(text => (IncidentCommand)new AssignIncident(text!)),
        OneOf<IncidentCommand>(new StartIncident()),
        Texts.Select(text => (IncidentCommand)new ClaimFix(text)),
        OneOf<IncidentCommand>(new VerifyFix()),
        OneOf<IncidentCommand>(new CloseIncident()),
        Texts.Select(text => (IncidentCommand)new RejectIncident(text!)),
        Texts.Select(text => (IncidentCommand)new ReopenIncident(text!)),
        Gen.Select(OneOf("LIGHT", "TREE", "tree", null), Gen.Int[0, 6], Texts, Texts)
            .Select((type, severity, title, text) => (IncidentCommand)new CorrectIncident(type, severity == 6 ? null : severity, title, text)),
        Gen.Select(Degrees, Degrees).Select((lon, lat) => (IncidentCommand)new MoveIncident(lon, lat)),
        OneOf("LINESTRING (1 2, 3 4)", "POLYGON ((0 0, 1 0, 1 1, 0 0))", "POINT (1 1)", "LINESTRING (1 2, 3 400)", null)
            .Select(wkt => (IncidentCommand)new DrawFootprint(wkt is null ? null : new WKTReader().Read(wkt))),
        Texts.Select(text => (IncidentCommand)new NoteIncident(text!)),
        OneOf<IncidentCommand>(new AcknowledgeIncident()),
        OneOf("PUMP-03", "a/b", null).Select(id => (IncidentCommand)new LinkFacility(id)));

    // Half of the steps are sensible, or a walk would hardly ever reach the end of the lifecycle.
    private static readonly Gen<(IncidentCommand Command, int Pick, int Seconds, bool Stated)[]> Walks =
        Gen.Select(Commands, Gen.Int[-20, 20], Gen.Int[-2, 100_000], Gen.Bool).Array[1, 60];

    private readonly ConcurrentDictionary<IncidentState, int> _seen = [];

    [Fact]
    public void Whatever_is_asked_the_decider_does_what_the_model_does_and_its_entries_tell_the_whole_story()
    {
        Walks.Sample(Walk, iter: 400);
        Assert.Equal(Enum.GetValues<IncidentState>(), _seen.Keys.Order());
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private void Walk((IncidentCommand Command, int Pick, int Seconds, bool Stated)[] walk)
    {
        var model = new IncidentModel();
        var (state, entries, now) = ((IncidentSnapshot?)null, new List<JournalEntry>(), Some.Now);
        Take((Decision.Happens)Incident.DecideReport(Some.Report(), Some.Context(now)));

        foreach (var (random, pick, seconds, stated) in walk)
        {
            var command = pick < 0 ? random : Some.Command(model.Moves[pick % model.Moves.Count]);
            now += TimeSpan.FromSeconds(Math.Max(seconds, 0));
            var at = stated ? state!.UpdatedAt.AddSeconds(seconds) : (DateTimeOffset?)null;
            var decision = Incident.Decide(state!, command, Some.Context(now, at));
            if (decision is Decision.Happens happens)
            {
                Assert.True(model.Allows(command.Name), $"{command.Name} happened in {model.State}");
                Assert.True(happens.OccurredAt >= state!.UpdatedAt);
                model.Do(command.Name);
                Take(happens);
            }
            else
            {
                var why = ((Decision.Refused)decision).Why;
                Assert.True(why.Allowed.Count > 0 || why.Expected is not null, $"{why.Code} does not say what is allowed");
                Assert.Equal(!model.Allows(command.Name), why.Code == Grains.Contracts.RefusalCodes.NotAllowed);
                if (why.Code == Grains.Contracts.RefusalCodes.NotAllowed) Assert.DoesNotContain(command.Name, why.Allowed);
            }

            _seen.AddOrUpdate(model.State, 1, (_, n) => n + 1);
            Assert.Equal((model.State, model.Acknowledged, model.IsOpen), (state!.State, state.Acknowledged, state.Open));
            Assert.Equal(state.Open, state.ClosedAt is null);
            Assert.Equal(model.Allowed.Order(), state.Allowed.Order());
        }

        var replayed = entries.Aggregate((IncidentSnapshot?)null, (s, e) => Incident.Apply(Some.Id, s, IncidentEntries.Read(e), IncidentEntries.Stamp(e)));
        Assert.Equal(Plain(state!), Plain(replayed!));

        void Take(Decision.Happens happens)
        {
            foreach (var what in happens.Events)
            {
                var written = IncidentEntries.Write(what, happens.OccurredAt, now, "Lan");
                var version = entries.Count + 1;
                entries.Add(new JournalEntry(version, "incident/x", version, written.Kind, written.OccurredAt, written.RecordedAt, "Lan", written.Data));
                state = Incident.Apply(Some.Id, state, what, new Stamp(version, version, happens.OccurredAt, now));
            }
        }
    }

    // Two drawings of the same shape are equal as shapes, not as objects.
    private static (IncidentSnapshot, string?) Plain(IncidentSnapshot incident) => (incident with { Footprint = null }, incident.Footprint?.AsText());
}
