namespace CityMap.Server.Api.Bodies;

/// <summary>How long texts may be, in characters.</summary>
internal static class TextLimits
{
    public const int Title = 200;
    public const int Description = 4000;
    public const int Name = 200;
    public const int Reason = 1000;
    public const int Note = 4000;
    public const int Id = 128;
}
