using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts;
using CityMap.Grains.Handovers;
using CityMap.Grains.Incidents;
using CityMap.Grains.Journal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>The hand-over log, kept by a store: two desks with a writer each are two nodes.</summary>
public abstract class HandoverContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private readonly FakeTimeProvider _time = new(Sample.At(60));

    private static RequestHeader By(string actor, long? version = null, IdempotencyKey? key = null) => new(actor) { ExpectedVersion = version, Key = key };

    private static ShiftItem Line(ShiftReply reply) => Assert.IsType<ShiftReply.Accepted>(reply).Item;

    private async Task WithDesksAsync(Func<HandoverDesk, HandoverDesk, Task> act)
    {
        await using var one = Writer();
        await using var other = Writer();
        await act(new(one, Store, _time), new(other, Store, _time));
    }

    private JournalWriter Writer() => new(Journal, [], Options.Create(new JournalWriterOptions()), _time, NullLogger<JournalWriter>.Instance);

    [Fact]
    public async Task A_log_is_read_as_it_was_written_on_any_desk_and_after_the_store_was_opened_again()
    {
        await Features.DefineLayerAsync(IncidentLayer.Incidents, Stop);
        await WithDesksAsync(async (one, other) =>
        {
            Line(await one.NoteAsync("Điện lực hẹn\n22:00", By("Lan"), Stop));
            _time.Advance(TimeSpan.FromMinutes(5));
            var made = Line(await other.HandOverAsync("Minh", "Cầu còn ngập", By("Lan", 1), Stop));
            Assert.Equal((2, "Lan", "Minh", "Cầu còn ngập", Sample.At(65)), (made.Version, made.By, made.To, made.Text, made.At));
            Assert.Equal(["Điện lực hẹn\n22:00", "Cầu còn ngập"], (await one.ReadAsync(Stop)).Select(line => line.Text));
        });
        await Place.ReopenAsync();
        await WithDesksAsync(async (one, _) => Assert.Equal([false, true], (await one.ReadAsync(Stop)).Select(line => line.IsHandover)));
    }

    [Fact]
    public async Task Of_many_who_hand_over_what_they_read_one_is_first_and_notes_give_way_to_nobody()
    {
        await Features.DefineLayerAsync(IncidentLayer.Incidents, Stop);
        await WithDesksAsync(async (one, other) =>
        {
            var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : other).HandOverAsync("Minh", null, By($"Desk {i}", 0), Stop)));
            Assert.Single(made, reply => reply is ShiftReply.Accepted);
            Assert.Equal(7, made.OfType<ShiftReply.Conflict>().Count(conflict => conflict.Version >= 1));

            var notes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? one : other).NoteAsync($"{i}", By("Lan"), Stop)));
            Assert.Equal([2, 3, 4, 5], notes.Select(Line).Select(line => line.Version).Order());
        });
    }

    [Fact]
    public async Task The_same_key_writes_once_whichever_desk_is_asked_again()
    {
        await Features.DefineLayerAsync(IncidentLayer.Incidents, Stop);
        await WithDesksAsync(async (one, other) =>
        {
            var header = By("Lan", 0, Sample.Key("h", "body"));
            var first = Line(await one.HandOverAsync("Minh", null, header, Stop));
            Assert.Equal(first.Sequence, Line(await other.HandOverAsync("Minh", null, header, Stop)).Sequence);
            Assert.IsType<ShiftReply.Refused>(await other.HandOverAsync("Tú", null, header with { Key = Sample.Key("h", "another") }, Stop));
            Assert.Single(await one.ReadAsync(Stop));
        });
    }

    [Fact]
    public async Task What_is_left_is_counted_without_drills()
    {
        await Features.DefineLayerAsync(IncidentLayer.Incidents, Stop);
        await WithDesksAsync(async (one, _) =>
        {
            Line(await one.HandOverAsync("Minh", null, By("Lan"), Stop));
            await PutIncidentsAsync(Incident("a", 5, due: 30), Incident("b", 5, acknowledged: true), Incident("c", 2, exercise: true), Incident("d", 3, recorded: 10), Incident("e", 1, closed: 70));

            var figures = Line(await one.HandOverAsync("Hoa", null, By("Minh"), Stop)).Figures!;

            Assert.Equal((3, 1, 2, 3, 1), (figures.Open, figures.Overdue, figures.Unacknowledged, figures.Recorded, figures.Resolved));
            Assert.Equal([0, 0, 1, 0, 2], figures.BySeverity.OrderBy(row => row.Key).Select(row => row.Value));
            Assert.Equal(Sample.At(60), figures.Since);
        });
    }

    private async Task PutIncidentsAsync(params Feature[] incidents)
    {
        var outcomes = await Journal.AppendAsync([.. incidents.Select(incident => Sample.Put(incident, layer: IncidentLayer.Id))], Stop);
        Assert.All(outcomes, outcome => Assert.IsType<AppendOutcome.Committed>(outcome));
    }

    private static Feature Incident(
        string id, long severity, double recorded = 65, double due = 600, double? closed = null, bool acknowledged = false, bool exercise = false) =>
        Sample.Report(
            id, ("severity", severity), ("acknowledged", acknowledged), ("exercise", exercise), ("open", closed is null),
            ("recorded_at", Sample.At(recorded)), ("due_at", Sample.At(due)), ("closed_at", closed is { } at ? Sample.At(at) : null));
}
