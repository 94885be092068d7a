namespace CityMap.Geo.Demo.Incidents;

/// <summary>
/// One way an incident of a type is told. In the texts {st} is a street, {pl} a place, {nr} a house number, {n} a small number.
/// </summary>
/// <param name="Type">Type code.</param>
/// <param name="Worst">Highest severity; the lowest is two less, at least 1.</param>
/// <param name="Title">Vietnamese title with slots.</param>
/// <param name="Descriptions">Vietnamese descriptions with slots.</param>
internal sealed record Story(string Type, int Worst, string Title, params string[] Descriptions);
