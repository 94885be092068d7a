using CityMap.Grains.Contracts.Incidents;

namespace CityMap.Grains.Districts;

/// <summary>What the node remembers of an incident that is open: 24 bytes, since there may be very many.</summary>
/// <param name="RecordedAt">UTC ticks.</param>
/// <param name="DueAt">UTC ticks.</param>
/// <param name="District">Number of the district in the book.</param>
/// <param name="Type">Number of the type in the book.</param>
/// <param name="Severity">1 to 5.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Acknowledged">Whether somebody has seen it.</param>
internal readonly record struct OpenIncident(
    long RecordedAt, long DueAt, ushort District, byte Type, byte Severity, IncidentStateByte State, bool Acknowledged);

/// <summary>An <see cref="IncidentState"/> in one byte.</summary>
internal readonly record struct IncidentStateByte(byte Value)
{
    public static implicit operator IncidentState(IncidentStateByte state) => (IncidentState)state.Value;

    public static implicit operator IncidentStateByte(IncidentState state) => new((byte)state);
}
