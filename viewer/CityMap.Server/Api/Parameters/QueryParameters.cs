namespace CityMap.Server.Api.Parameters;

/// <summary>Every parameter one route takes. Endpoint metadata: it makes the route strict, and it is what OpenAPI shows.</summary>
internal sealed class QueryParameters(params IEnumerable<QueryParameter> parameters)
{
    private readonly Dictionary<string, QueryParameter> _byName = parameters.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>A route without parameters.</summary>
    public static QueryParameters None { get; } = new();

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<QueryParameter> All => _byName.Values;

    /// <summary>The names, in order of declaration.</summary>
    public IReadOnlyList<string> Names => [.. _byName.Keys];

    /// <summary>These and some more.</summary>
    public QueryParameters And(params IEnumerable<QueryParameter> more) => new(_byName.Values.Concat(more));

    /// <summary>Takes the request's query, refusing what this route does not know.</summary>
    /// <exception cref="Problems.ProblemException">An unknown, repeated or missing parameter.</exception>
    public QueryValues Read(HttpRequest request)
    {
        foreach (var (name, values) in request.Query)
        {
            if (!_byName.TryGetValue(name, out var known))
            {
                throw new Problems.ProblemException(new("unknown_parameter", Unknown(name))
                {
                    Field = name,
                    Allowed = Names,
                });
            }

            if (values.Count > 1 && !known.Many)
            {
                throw new Problems.ProblemException("repeated_parameter", name, $"The parameter {name} is given {values.Count} times.", "once");
            }
        }

        foreach (var parameter in _byName.Values)
        {
            if (parameter.Required && !request.Query.ContainsKey(parameter.Name))
            {
                throw new Problems.ProblemException(
                    "invalid_parameter", parameter.Name, $"The parameter {parameter.Name} is missing.", $"for example {parameter.Example}");
            }
        }

        return new QueryValues(request.Query);
    }

    private string Unknown(string name)
    {
        var near = _byName.Keys.FirstOrDefault(k => string.Equals(k, name, StringComparison.OrdinalIgnoreCase));
        var shown = name.Length <= 60 ? name : name[..60] + "…";
        return near is null
            ? $"This route has no parameter {shown}."
            : $"This route has no parameter {shown}: did you mean {near}?";
    }
}

/// <summary>The values of one request, checked by name.</summary>
internal readonly struct QueryValues(IQueryCollection query)
{
    /// <summary>The parsed value, or the default when the parameter is absent or empty.</summary>
    public T? Get<T>(QueryParameter<T> parameter)
    {
        var values = query[parameter.Name];
        if (values.Count == 0) return default;
        var text = values.Count == 1 ? values[0] : string.Join(',', values.ToArray());
        return string.IsNullOrEmpty(text) ? default : parameter.Parse(new QueryText(parameter, text));
    }
}
