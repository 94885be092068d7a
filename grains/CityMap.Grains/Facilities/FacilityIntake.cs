using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;

namespace CityMap.Grains.Facilities;

/// <summary>Defines facilities in bulk, within the calling node and without a grain each. Safe for any number of callers.</summary>
public sealed class FacilityIntake
{
    // Well under the writer's queue, so that a bulk definition leaves room for everybody else.
    private const int AtOnce = 1_024;

    private readonly FacilityDesk _desk;

    internal FacilityIntake(FacilityDesk desk) => _desk = desk;

    /// <summary>Makes or replaces facilities; answers after all are durable.</summary>
    /// <param name="definitions">Id and definition of each.</param>
    /// <param name="header">Who does it; its key and expected version are ignored.</param>
    /// <param name="cancellationToken">Stops between facilities; those already stored stay.</param>
    /// <returns>One reply per definition, in order. A definition that is there already is refused with <c>nothing_to_change</c>.</returns>
    /// <exception cref="Geo.StoreException">The store cannot be reached; some may have been stored: define them again.</exception>
    public async Task<IReadOnlyList<FacilityReply>> DefineManyAsync(
        IReadOnlyList<(string Id, DefineFacility Definition)> definitions, RequestHeader header, CancellationToken cancellationToken)
    {
        header = header with { Key = null, ExpectedVersion = null };
        var replies = new List<FacilityReply>(definitions.Count);
        foreach (var some in definitions.Chunk(AtOnce))
        {
            var done = await Task.WhenAll(some.Select(one => _desk.ExecuteAsync(one.Id, null, one.Definition, header, cancellationToken)));
            replies.AddRange(done.Select(result => result.Reply));
        }

        return replies;
    }
}
