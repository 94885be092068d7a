using CityMap.Geo.Journal;

namespace CityMap.Geo.PostGis.Journal;

/// <summary>
/// What the statement of a wave needs. Most waves are reports: new streams, new features, often no keys. Each part that is left out spares
/// the database the setting up of it, which for a small wave costs more than the rows.
/// </summary>
/// <param name="Going">Some stream exists already: its version and its last time are checked.</param>
/// <param name="Keyed">Some append has an idempotency key.</param>
/// <param name="Fresh">Nothing that changes was there before: there is no history to close.</param>
internal readonly record struct AppendShape(bool Going, bool Keyed, bool Fresh)
{
    /// <summary>The shape of a wave.</summary>
    public static AppendShape Of(Wave wave)
    {
        var (going, keyed, fresh) = (false, false, true);
        foreach (var (_, append) in wave.Appends)
        {
            going |= append.ExpectedVersion > 0;
            keyed |= append.Key is not null;
            fresh &= IsFresh(append);
        }

        return new(going, keyed, fresh);
    }

    // A feature that carries its stream's name is usually changed by that stream only: if the stream is new, so is the feature. Where the
    // stream or the feature is not new after all, its unique index says so, and the wave is stored the longer way.
    private static bool IsFresh(Append append)
    {
        if (append.ExpectedVersion > 0) return false;
        foreach (var change in append.Changes)
        {
            if (change.After is null || !Owns(append.Stream, change.Id)) return false;
        }

        return true;
    }

    private static bool Owns(string stream, string id) =>
        stream.Length > id.Length && stream[^(id.Length + 1)] == '/' && stream.EndsWith(id, StringComparison.Ordinal);
}
