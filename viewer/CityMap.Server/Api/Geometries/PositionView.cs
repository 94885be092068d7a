namespace CityMap.Server.Api.Geometries;

/// <summary>A position in WGS 84 degrees.</summary>
internal sealed record PositionView(double Lon, double Lat);
