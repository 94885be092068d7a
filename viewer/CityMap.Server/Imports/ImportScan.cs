using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Storage;

namespace CityMap.Server.Imports;

/// <summary>The first reading of a file: learns the fields, counts, and collects what is wrong.</summary>
internal sealed class ImportScan(ImportSource source, ImportPlan plan)
{
    private const int SampleSize = 1000;

    /// <summary>At most so many remarks of each kind are told one by one; the rest is counted.</summary>
    private const int MostRemarks = 1000;

    private readonly List<SourceRow> _sample = new(SampleSize);
    private readonly RowIds _ids = new();
    private bool _learned;

    /// <summary>Rows that can be used.</summary>
    public long Good { get; private set; }

    /// <summary>Rows that cannot.</summary>
    public long Bad { get; private set; }

    /// <summary>Remarks on rows that were read.</summary>
    public long Warnings { get; private set; }

    /// <summary>True when the file ends in a way that makes even its good rows doubtful.</summary>
    public ImportRemark? Fatal { get; private set; }

    /// <summary>Reads the file.</summary>
    public async Task RunAsync(Func<ImportMessage, ValueTask> tell, CancellationToken cancellationToken)
    {
        long read = 0;
        await foreach (var item in source.ReadAsync(cancellationToken))
        {
            if (item is SourceRow row) await TakeAsync(row, tell);
            else await RemarkAsync((SourceRemark)item, tell);
            if (++read % 5000 == 0) await tell(new ImportProgress("reading", read, source.Fraction));
        }

        Learn();
    }

    private async ValueTask TakeAsync(SourceRow row, Func<ImportMessage, ValueTask> tell)
    {
        if ((_ids.Next(row).Bad ?? FindTextProblem(row)) is { } bad)
        {
            await BadAsync(bad, tell);
            return;
        }

        Good++;
        if (_learned)
        {
            plan.Look(row);
            return;
        }

        _sample.Add(row);
        if (_sample.Count == SampleSize) Learn();
    }

    /// <summary>Looks at a row's texts; null means that all of them can be stored.</summary>
    public static ImportRemark? FindTextProblem(SourceRow row)
    {
        foreach (var (name, value) in row.Values)
        {
            if (value is string text && ValueRules.FindTextProblem(text) is { } problem) return new(row.Line, name, $"The text {problem}.");
        }

        return null;
    }

    // How dates are written is decided from the first rows; only then are types guessed from all of them.
    private void Learn()
    {
        if (_learned) return;
        _learned = true;
        plan.Learn(_sample);
        foreach (var row in _sample) plan.Look(row);
        _sample.Clear();
    }

    private async ValueTask RemarkAsync(SourceRemark remark, Func<ImportMessage, ValueTask> tell)
    {
        if (remark.Gravity == Gravity.Warning)
        {
            if (++Warnings <= MostRemarks) await tell(new ImportWarning(remark.Line, remark.Field, remark.Reason));
            return;
        }

        var bad = new ImportRemark(remark.Line, remark.Field, remark.Reason);
        if (remark.Gravity == Gravity.Fatal) Fatal = bad;
        await BadAsync(bad, tell);
    }

    private async ValueTask BadAsync(ImportRemark bad, Func<ImportMessage, ValueTask> tell)
    {
        if (++Bad <= MostRemarks) await tell(bad);
    }
}
