using CityMap.Geo.Layers;
using Npgsql;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>
/// Copies features into a table piece by piece: a COPY takes several writes and ends after so many rows, so that no transaction lasts.
/// </summary>
/// <param name="connection">The import's own.</param>
/// <param name="table">The layer.</param>
/// <param name="target">The table that is copied into.</param>
/// <param name="generation">The generation of all rows.</param>
internal sealed class LayerCopy(NpgsqlConnection connection, LayerTable table, string target, long generation) : IAsyncDisposable
{
    private const int MostRows = 20_000;

    private readonly CopyBuffer _buffer = new(table, generation);
    private NpgsqlRawCopyStream? _copy;
    private int _rows;

    /// <summary>Copies features that are right for their layer.</summary>
    public async Task WriteAsync(IReadOnlyList<Feature> features, CancellationToken cancellationToken)
    {
        if (_copy is null) await BeginAsync(cancellationToken);
        foreach (var feature in features) _buffer.Add(feature);
        await FlushAsync(cancellationToken);
        _rows += features.Count;
        if (_rows >= MostRows) await FinishAsync(cancellationToken);
    }

    /// <summary>Ends what has begun.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (_copy is null) return;
        _buffer.End();
        await FlushAsync(cancellationToken);
        var copy = _copy;
        (_copy, _rows) = (null, 0);
        await copy.DisposeAsync();
    }

    /// <summary>Gives up what has begun.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_copy is { } copy) await copy.CancelAsync();
        _copy = null;
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        _copy = await connection.BeginRawBinaryCopyAsync($"COPY {target} (generation, {table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        _buffer.Begin();
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _copy!.WriteAsync(_buffer.Written, cancellationToken);
        _buffer.Clear();
    }
}
