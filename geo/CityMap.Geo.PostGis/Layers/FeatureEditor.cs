using CityMap.Geo.Layers;
using CityMap.Geo.PostGis.Connections;
using CityMap.Geo.Storage;
using Npgsql;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>
/// Edits one feature of a static layer in one transaction. Whoever edits a layer holds its row of the catalogue: edits of one layer, and what shows an
/// import into it, follow one another. The head of the journal comes last, as with every append.
/// </summary>
internal sealed class FeatureEditor(Database database, LayerCatalogue catalogue)
{
    private const int MostTries = 4;

    /// <summary>Edits.</summary>
    public async Task<EditOutcome> EditAsync(FeatureEdit edit, CancellationToken cancellationToken)
    {
        var table = await catalogue.TableAsync(edit.Layer, cancellationToken);
        EditRules.Check(table.Layer, edit);
        if (Ewkb.FindProblem(table.Layer.Geometry, edit.After?.Geometry) is { } several)
        {
            throw new StoreException(StoreProblem.BadFeature, $"Feature {edit.Id}: {several}");
        }

        if (!table.Layer.Edited) table = await catalogue.MakeEditableAsync(edit.Layer, cancellationToken);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAsync(table, edit, cancellationToken);
            }
            catch (PostgresException e) when (PostGisErrors.IsCollision(e) || PostGisErrors.IsConflict(e))
            {
                // The same key in two layers at once, or a lock that was waited for too long.
                if (tries == MostTries) throw new StoreException(StoreProblem.Unavailable, $"The layer {edit.Layer} is busy.", e);
            }
            catch (PostgresException e) when (PostGisErrors.IsData(e))
            {
                throw new StoreException(StoreProblem.BadFeature, $"The database would not take the feature: {e.MessageText}.", e);
            }
            catch (Exception e) when (e is not OperationCanceledException && PostGisErrors.Translate(e) is { } known)
            {
                throw known;
            }
        }
    }

    private async Task<EditOutcome> TryAsync(LayerTable table, FeatureEdit edit, CancellationToken cancellationToken)
    {
        await using var connection = await Database.OpenAsync(database.Writers, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var steps = new FeatureEditSteps(connection, table, edit);
        var importing = await steps.HoldAsync(cancellationToken);
        if (await steps.FindKeyAsync(cancellationToken) is { } answered) return answered;
        if (importing) return new EditOutcome.ImportUnderWay();
        var there = await steps.FindAsync(cancellationToken);
        if (FeatureTag.Of(there) != edit.Expected) return new EditOutcome.Stale(there);
        await steps.KeepAsync(there is not null, cancellationToken);
        await steps.PutAsync(there is not null, cancellationToken);
        var sequence = await steps.RecordAsync(cancellationToken);

        // Once sent it is not called back: half-cancelled, its outcome would be unknown.
        await transaction.CommitAsync(CancellationToken.None);
        return new EditOutcome.Committed(sequence);
    }
}
