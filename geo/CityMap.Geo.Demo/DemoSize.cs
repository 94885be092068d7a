namespace CityMap.Geo.Demo;

/// <summary>How much city is generated.</summary>
public enum DemoSize
{
    /// <summary>The centre of the city and its communes: about 20,000 features. The default.</summary>
    Pilot,

    /// <summary>Wide suburbs and dense quarters: about 200,000 features.</summary>
    City,

    /// <summary>The ground of <see cref="Pilot"/> with 1,000,000 incidents.</summary>
    Million,
}
