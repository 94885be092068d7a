using CityMap.Geo.Areas;

namespace CityMap.Grains.Contracts.Surrogates;

/// <summary>Carries an explained <see cref="Jurisdiction"/> between silos.</summary>
[GenerateSerializer, Immutable, Alias("citymap.geo.jurisdiction")]
public struct JurisdictionSurrogate
{
    [Id(0)] public string? AreaId;
    [Id(1)] public string? AreaName;
    [Id(2)] public string? Edition;
    [Id(3)] public JurisdictionRule Rule;
    [Id(4)] public double? DistanceToBorderMetres;
    [Id(5)] public string? RunnerUpId;
    [Id(6)] public string? RunnerUpName;
    [Id(7)] public double? RunnerUpDistanceMetres;
}

/// <summary>Turns explained jurisdictions into what travels, and back.</summary>
[RegisterConverter]
public sealed class JurisdictionConverter : IConverter<Jurisdiction, JurisdictionSurrogate>
{
    /// <inheritdoc/>
    public Jurisdiction ConvertFromSurrogate(in JurisdictionSurrogate s) => new(
        s.AreaId, s.AreaName, s.Edition, s.Rule, s.DistanceToBorderMetres, s.RunnerUpId, s.RunnerUpName, s.RunnerUpDistanceMetres);

    /// <inheritdoc/>
    public JurisdictionSurrogate ConvertToSurrogate(in Jurisdiction value) => new()
    {
        AreaId = value.AreaId,
        AreaName = value.AreaName,
        Edition = value.Edition,
        Rule = value.Rule,
        DistanceToBorderMetres = value.DistanceToBorderMetres,
        RunnerUpId = value.RunnerUpId,
        RunnerUpName = value.RunnerUpName,
        RunnerUpDistanceMetres = value.RunnerUpDistanceMetres,
    };
}
