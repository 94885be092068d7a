using System.Diagnostics.Metrics;

namespace CityMap.Grains.Journal;

/// <summary>The meter <c>CityMap.Journal</c>.</summary>
internal sealed class JournalMetrics : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "CityMap.Journal";

    private readonly Meter _meter;
    private readonly Histogram<int> _batch;
    private readonly Histogram<double> _commit;
    private readonly Counter<long> _entries;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _turnedAway;

    public JournalMetrics(IMeterFactory? factory, Func<int> queueLength)
    {
        _meter = factory?.Create(MeterName) ?? new Meter(MeterName);
        _meter.CreateObservableGauge("citymap.journal.queue_length", queueLength, "{append}", "Appends that wait for the writer.");
        _batch = _meter.CreateHistogram<int>("citymap.journal.batch_size", "{append}", "Appends that shared one transaction.");
        _commit = _meter.CreateHistogram<double>("citymap.journal.commit_duration", "s", "Time from the first statement to durable.");
        _entries = _meter.CreateCounter<long>("citymap.journal.entries", "{entry}", "Entries made durable by this node.");
        _failures = _meter.CreateCounter<long>("citymap.journal.failures", "{batch}", "Batches the store did not take.");
        _turnedAway = _meter.CreateCounter<long>("citymap.journal.turned_away", "{append}", "Appends refused because too many were waiting.");
    }

    public void Batch(int appends, TimeSpan took)
    {
        _batch.Record(appends);
        _commit.Record(took.TotalSeconds);
    }

    public void Entries(int count) => _entries.Add(count);

    public void Failed() => _failures.Add(1);

    public void TurnedAway() => _turnedAway.Add(1);

    public void Dispose() => _meter.Dispose();
}
