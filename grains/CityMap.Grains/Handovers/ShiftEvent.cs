namespace CityMap.Grains.Handovers;

/// <summary>Something that was written into the hand-over log. Its members are the entry's data in the journal: they may be added to, never changed.</summary>
internal abstract record ShiftEvent;

/// <summary>A watch was handed over.</summary>
/// <param name="To">Who took over.</param>
/// <param name="Notes">What they should know; null for nothing.</param>
/// <param name="Figures">What was left, counted by the server.</param>
internal sealed record ShiftHandedOver(string To, string? Notes, ShiftFigures Figures) : ShiftEvent;

/// <summary>Something was noted for those who come after.</summary>
/// <param name="Text">What.</param>
internal sealed record ShiftNoted(string Text) : ShiftEvent;
