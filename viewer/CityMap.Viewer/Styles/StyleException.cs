namespace CityMap.Viewer.Styles;

/// <summary>A part of a style that is not understood; the message names it.</summary>
public sealed class StyleException(string what) : Exception(what);
