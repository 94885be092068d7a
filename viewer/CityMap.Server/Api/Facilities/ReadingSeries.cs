using CityMap.Geo.Journal;
using CityMap.Geo.Storage;
using CityMap.Grains.Facilities;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Facilities;

/// <summary>
/// Measurements over a long time as a picture needs them: steps of equal length, each with its lowest, mean and highest value, so that no peak that
/// crossed a limit is averaged away.
/// </summary>
internal sealed class ReadingSeries(IStore store, TimeProvider time)
{
    private const int Page = 10_000;

    // Some 45 days of one measurement a minute.
    private const int MostPages = 7;
    private static readonly TimeSpan _usual = TimeSpan.FromDays(1);

    /// <summary>Reads the steps of one quantity; a step without measurements is left out, which is not zero.</summary>
    /// <exception cref="ProblemException">No quantity is named, or the time runs backwards.</exception>
    public async Task<SeriesView> ReadAsync(string id, QueryValues values, CancellationToken cancellationToken)
    {
        var quantity = values.Get(FacilityParameters.Quantity)
            ?? throw new ProblemException("invalid_parameter", "quantity", "The parameter quantity is missing.", "what is measured, such as water_level");
        var to = values.Get(FacilityParameters.To) ?? time.GetUtcNow().AddTicks(TimeSpan.TicksPerMicrosecond);
        var from = values.Get(FacilityParameters.From) ?? to - _usual;
        var steps = values.Get(FacilityParameters.Steps) ?? 240;
        if (to - from < TimeSpan.FromMilliseconds(steps))
            throw new ProblemException("invalid_parameter", "to", "The time ends before it has a millisecond for each step.", "an instant after from");

        var series = new SeriesSteps(from, (to - from) / steps, steps);
        var end = to;
        for (var page = 0; page < MostPages; page++)
        {
            // The newest come first; further back it goes before the oldest of them.
            var readings = await store.Telemetry.ReadAsync(FacilityArchive.Stream(id), quantity, from, end, Page, cancellationToken);
            foreach (var reading in readings) series.Add(reading);
            if (readings.Count < Page) break;
            end = readings[0].At;
        }

        return new(quantity, from.UtcDateTime, to.UtcDateTime, [.. series.Steps()]);
    }
}

/// <summary>Measurements put together step by step.</summary>
internal sealed class SeriesSteps(DateTimeOffset from, TimeSpan width, int count)
{
    private readonly (double Low, double High, double Sum, int Count)[] _steps = new (double, double, double, int)[count];

    /// <summary>Takes one in; what lies outside is left out.</summary>
    public void Add(Reading reading)
    {
        var place = (reading.At - from).Ticks / Math.Max(1, width.Ticks);
        if (reading.At < from || place >= count) return;
        ref var step = ref _steps[place];
        step = step.Count == 0
            ? (reading.Value, reading.Value, reading.Value, 1)
            : (Math.Min(step.Low, reading.Value), Math.Max(step.High, reading.Value), step.Sum + reading.Value, step.Count + 1);
    }

    /// <summary>The steps that hold anything, oldest first.</summary>
    public IEnumerable<StepView> Steps()
    {
        for (var i = 0; i < _steps.Length; i++)
        {
            var (low, high, sum, number) = _steps[i];
            if (number > 0) yield return new((from + (i * width)).UtcDateTime, low, Math.Clamp(sum / number, low, high), high, number);
        }
    }
}

/// <summary>Measurements of one quantity in steps.</summary>
/// <param name="Quantity">What was measured.</param>
/// <param name="From">Where the first step begins.</param>
/// <param name="To">Where the last one ends.</param>
/// <param name="Items">The steps that hold anything, oldest first.</param>
internal sealed record SeriesView(string Quantity, DateTime From, DateTime To, IReadOnlyList<StepView> Items);

/// <summary>One step.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Low">Its lowest value.</param>
/// <param name="Mean">The mean of its values.</param>
/// <param name="High">Its highest value.</param>
/// <param name="Count">How many measurements it holds.</param>
internal sealed record StepView(DateTime At, double Low, double Mean, double High, int Count);
