using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Texts;
using CityMap.Geo.Storage;

namespace CityMap.Server.Imports;

/// <summary>The first reading of a file: finds its layers, learns their fields, counts, and collects what is wrong.</summary>
internal sealed class ImportScan(ImportSource source, TimeZoneInfo? zone)
{
    /// <summary>At most so many remarks of each kind are told one by one; the rest is counted.</summary>
    private const int MostRemarks = 1000;

    private readonly Dictionary<string, LayerScan> _layers = new(StringComparer.Ordinal);
    private readonly List<LayerScan> _order = [];
    private readonly HashSet<long> _refused = [];

    /// <summary>The layers of the file in the order in which they begin; those without a usable row are not among them.</summary>
    public IEnumerable<LayerScan> Layers => _order.Where(layer => layer.Good > 0);

    /// <summary>Rows that can be used.</summary>
    public long Good => _order.Sum(layer => layer.Good);

    /// <summary>Rows that cannot.</summary>
    public long Bad { get; private set; }

    /// <summary>Rows whose geometry was mended.</summary>
    public long Repaired { get; private set; }

    /// <summary>Remarks on rows that were read.</summary>
    public long Warnings { get; private set; }

    /// <summary>What made the reading end before the file's end; its good rows are doubtful too.</summary>
    public ImportRemark? Fatal { get; private set; }

    /// <summary>True when the row of this number, counted from 0, was refused by the scan.</summary>
    public bool Refused(long number) => _refused.Contains(number);

    /// <summary>Reads the file.</summary>
    public async Task RunAsync(Func<ImportMessage, ValueTask> tell, CancellationToken cancellationToken)
    {
        var (read, rows) = (0L, 0L);
        await foreach (var item in source.ReadAsync(cancellationToken))
        {
            if (item is SourceRow row) await TakeAsync(row, rows++, tell);
            else await RemarkAsync((SourceRemark)item, tell);
            if (++read % 5000 == 0) await tell(new ImportProgress("reading", read, source.Fraction));
        }

        foreach (var layer in _order) layer.Learn();
    }

    /// <summary>The layer a row belongs to.</summary>
    public LayerScan Of(SourceRow row) => _layers[row.Layer ?? ""];

    private async ValueTask TakeAsync(SourceRow row, long number, Func<ImportMessage, ValueTask> tell)
    {
        if (!_layers.TryGetValue(row.Layer ?? "", out var layer))
        {
            _layers.Add(row.Layer ?? "", layer = new(row.Layer, zone));
            _order.Add(layer);
        }

        if ((FindTextProblem(row) ?? layer.Ids.Take(row, number)) is not { } bad)
        {
            layer.Take(row);
            await WarnAsync(row, tell);
            return;
        }

        _refused.Add(number);
        await BadAsync(bad, tell);
    }

    private async ValueTask WarnAsync(SourceRow row, Func<ImportMessage, ValueTask> tell)
    {
        foreach (var (name, value) in row.Values)
        {
            if (value is not string text || !LossyText.Is(text)) continue;
            if (++Warnings <= MostRemarks) await tell(new ImportWarning(row.Line, name, "Letters were lost before the file came here (\"?\" stands for them); take it from its source again if you can.") { Layer = row.Layer });
        }
    }

    // A text the store could not keep as it stands.
    private static ImportRemark? FindTextProblem(SourceRow row)
    {
        foreach (var (name, value) in row.Values)
        {
            if (value is string text && ValueRules.FindTextProblem(text) is { } problem) return new(row.Line, name, $"The text {problem}.") { Layer = row.Layer };
        }

        return null;
    }

    private async ValueTask RemarkAsync(SourceRemark remark, Func<ImportMessage, ValueTask> tell)
    {
        switch (remark.Gravity)
        {
            case Gravity.Warning:
                if (++Warnings <= MostRemarks) await tell(new ImportWarning(remark.Line, remark.Field, remark.Reason) { Layer = remark.Layer });
                return;
            case Gravity.Repaired:
                if (++Repaired <= MostRemarks) await tell(new ImportRepair(remark.Line, remark.Field, remark.Reason) { Layer = remark.Layer });
                return;
            default:
                var bad = new ImportRemark(remark.Line, remark.Field, remark.Reason) { Layer = remark.Layer };
                if (remark.Gravity == Gravity.Fatal) Fatal = bad;
                await BadAsync(bad, tell);
                return;
        }
    }

    private async ValueTask BadAsync(ImportRemark bad, Func<ImportMessage, ValueTask> tell)
    {
        if (++Bad <= MostRemarks) await tell(bad);
    }
}
