namespace CityMap.Geo.Layers;

/// <summary>A text in the two languages of CityMap.</summary>
/// <param name="Vi">Vietnamese, NFC.</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Vi, string En);
