using System.Globalization;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Texts;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Server.Imports;

/// <summary>Reads a file: finds its layers, learns their fields, counts, collects what is wrong, and keeps the rows that can be used.</summary>
internal sealed class ImportScan(ImportSource source, TimeZoneInfo? zone) : IDisposable
{
    /// <summary>At most so many remarks of each kind are told one by one; the rest is counted.</summary>
    private const int MostRemarks = 1000;

    private readonly Dictionary<string, LayerScan> _layers = new(StringComparer.Ordinal);
    private readonly List<LayerScan> _order = [];
    private readonly RowIds _ids = new();
    private readonly HashSet<long> _refused = [];

    /// <summary>The layers of the file in the order in which they begin; those without a usable row are not among them.</summary>
    public IEnumerable<LayerScan> Layers => _order.Where(layer => layer.Good > 0);

    /// <summary>The rows that were kept; of some that share an id all but the first are <see cref="Refused"/>.</summary>
    public RowSpool Rows { get; } = new(source.Folder);

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

    /// <summary>True when a row that was kept cannot be used after all.</summary>
    public bool Refused(SpooledRow row) => _refused.Contains(row.Place);

    /// <summary>The layer a row belongs to.</summary>
    public LayerScan Of(SpooledRow row) => _order[row.Layer];

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

        Rows.Seal();
        await RefuseRepeatedAsync(tell, cancellationToken);
        foreach (var layer in _order) layer.Learn();
    }

    /// <summary>
    /// Takes the types of the fields of the layers the rows go to; a row with a value that is not of its field's type is refused. True when some are.
    /// </summary>
    public async Task<bool> FitAsync(IReadOnlyList<ImportTarget> targets, ImportMode mode, Func<ImportMessage, ValueTask> tell, CancellationToken cancellationToken)
    {
        var doubtful = new HashSet<LayerScan>();
        foreach (var target in targets)
        {
            if (mode != ImportMode.Replace && target.Existing is { } layer && target.Scan.Plan.Adopt(layer.Fields)) doubtful.Add(target.Scan);
        }

        if (doubtful.Count == 0) return false;
        var before = Bad;
        foreach (var row in Rows.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var layer = Of(row);
            if (!doubtful.Contains(layer) || Refused(row) || layer.Plan.FindUnfit(row) is not var (field, reason)) continue;
            _refused.Add(row.Place);
            layer.Drop();
            await BadAsync(new(row.Line, field, $"{reason} The layer has it so; import it as another layer, or replace this one.") { Layer = layer.Name }, tell);
        }

        return Bad > before;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ids.Dispose();
        Rows.Dispose();
    }

    private async ValueTask TakeAsync(SourceRow row, long number, Func<ImportMessage, ValueTask> tell)
    {
        if (!_layers.TryGetValue(row.Layer ?? "", out var layer))
        {
            _layers.Add(row.Layer ?? "", layer = new(row.Layer, _order.Count, zone, source.KnowsTexts));
            _order.Add(layer);
        }

        var id = RowIds.Of(row, number);
        if (FindProblem(row, id) is { } bad)
        {
            await BadAsync(bad, tell);
            return;
        }

        layer.Take(row, id);
        _ids.Add(layer.Number, id, row.Line, Rows.Put(layer.Number, id, row, layer.Plan));
        await WarnAsync(row, tell);
    }

    private async ValueTask WarnAsync(SourceRow row, Func<ImportMessage, ValueTask> tell)
    {
        foreach (var (name, value) in row.Values)
        {
            if (value is not string text || !LossyText.Is(text)) continue;
            if (++Warnings <= MostRemarks) await tell(new ImportWarning(row.Line, name, "Letters were lost before the file came here (\"?\" stands for them); take it from its source again if you can.") { Layer = row.Layer });
        }
    }

    // A text the store could not keep as it stands, or no id.
    private static ImportRemark? FindProblem(SourceRow row, string id)
    {
        foreach (var (name, value) in row.Values)
        {
            if (value is string text && ValueRules.FindTextProblem(text) is { } problem) return new(row.Line, name, $"The text {problem}.") { Layer = row.Layer };
        }

        return FeatureRules.FindIdProblem(id) is { } wrong ? new(row.Line, "id", wrong) { Layer = row.Layer } : null;
    }

    private async Task RefuseRepeatedAsync(Func<ImportMessage, ValueTask> tell, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<long, (long Line, long First)>();
        foreach (var (place, line, first) in _ids.Repeated())
        {
            cancellationToken.ThrowIfCancellationRequested();
            lines.Add(place, (line, first));
            _refused.Add(place);
        }

        foreach (var place in _refused.Order())
        {
            var row = Rows.HeadAt(place);
            var layer = _order[row.Layer];
            layer.Drop();
            await BadAsync(new(lines[place].Line, "id", string.Create(CultureInfo.InvariantCulture, $"The id \"{row.Id}\" stands already on line {lines[place].First}.")) { Layer = layer.Name }, tell);
        }
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
