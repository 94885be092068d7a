namespace CityMap.Server.Api.Parameters;

/// <summary>What a query parameter is called and how it looks; the same line describes it in OpenAPI.</summary>
/// <param name="Name">Its name in the query string.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Example">A value that works.</param>
internal abstract record QueryParameter(string Name, string Description, string Example)
{
    /// <summary>The values it takes, when they can be listed.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>True when it takes several values, separated by commas.</summary>
    public bool Many { get; init; }

    /// <summary>True when a request without it cannot be answered.</summary>
    public bool Required { get; init; }

    /// <summary>JSON schema type of one value.</summary>
    public string SchemaType { get; init; } = "string";
}

/// <summary>A query parameter with the one parser it has.</summary>
/// <param name="Name">Its name in the query string.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Example">A value that works.</param>
/// <param name="Parse">Reads the text, or throws the problem with it.</param>
internal sealed record QueryParameter<T>(string Name, string Description, string Example, Func<QueryText, T> Parse)
    : QueryParameter(Name, Description, Example);

/// <summary>The text of a parameter, on its way through the parser.</summary>
/// <param name="Parameter">Whose it is.</param>
/// <param name="Value">Unescaped, as it came; the parser looks at every character.</param>
internal readonly record struct QueryText(QueryParameter Parameter, string Value)
{
    /// <summary>The problem with it.</summary>
    public Problems.ProblemException Wrong(string why, string expected, string code = "invalid_parameter") => new(new(code, why)
    {
        Field = Parameter.Name,
        Expected = expected,
        Allowed = Parameter.Allowed,
    });
}
