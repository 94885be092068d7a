using CityMap.Geo.Classifying;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Api.Problems;

namespace CityMap.Server.Api.Layers;

/// <summary>Which values a field of a layer has, and into what classes its numbers fall.</summary>
internal sealed class LayerClasses(IStore store, LayerDesk desk)
{
    private const int MostValues = 24;
    private static readonly QueryParameter<string> _field = Parameter.Text("field", "The field that is looked at.", "population", 63) with { Required = true };

    private static readonly QueryParameter<string> _method =
        Parameter.OneOf("method", "How numbers are put into classes; without it the values themselves are counted.", Enum.GetNames<ClassMethod>());

    private static readonly QueryParameter<int?> _classes = Parameter.Whole("classes", "How many classes at most; 5 when absent.", 1, 12, 5);

    /// <summary>The field, the method, how many.</summary>
    public static readonly QueryParameters Parameters = new(_field, _method, _classes);

    /// <summary>Classes of numbers, or the most frequent values.</summary>
    /// <exception cref="ProblemException">The layer or the field is unknown, or the field holds no numbers.</exception>
    public async Task<ClassesView> ReadAsync(string id, QueryValues values, Audience audience, CancellationToken cancellationToken)
    {
        var layer = await desk.FindAsync(id, cancellationToken);
        var name = values.Get(_field) ?? throw new ProblemException("invalid_parameter", "field", "The parameter field is missing.", "a field of the layer");
        var field = layer.Fields.FirstOrDefault(one => one.Name == name)
            ?? throw new ProblemException(new("invalid_parameter", $"The layer {id} has no field {Texts.Shown(name)}.") { Field = "field", Allowed = [.. layer.Fields.Select(one => one.Name)] });
        var counts = (await store.Features.CountAsync(new FeatureQuery(id) { Audience = audience }, [name], cancellationToken)).Rows;
        var without = counts.Where(row => row.Values[0] is null).Sum(row => row.Count);
        var known = counts.Where(row => row.Values[0] is not null).ToList();
        if (values.Get(_method) is not { } method)
        {
            var most = known.OrderByDescending(row => row.Count).ThenBy(row => Text(row.Values[0]!), StringComparer.Ordinal).Take(MostValues);
            return new(name, null, known.Count, without, [.. most.Select(row => new ClassView(Text(row.Values[0]!), null, null, row.Count))]);
        }

        if (field.Type is not (FieldType.Integer or FieldType.Real))
            throw new ProblemException("invalid_parameter", "field", $"The field {name} holds no numbers.", "a field of type Integer or Real");
        var numbers = known.Select(row => (Value: Convert.ToDouble(row.Values[0], Texts.Plain), row.Count))
            .GroupBy(row => row.Value).Select(group => (group.Key, group.Sum(row => row.Count))).OrderBy(row => row.Key).ToList();
        var classes = ClassBreaks.Of(numbers, Enum.Parse<ClassMethod>(method), values.Get(_classes) ?? 5);
        return new(name, method, numbers.Count, without, [.. classes.Select(one => new ClassView(null, one.From, one.To, one.Count))]);
    }

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTimeOffset at => at.UtcDateTime.ToString("O", Texts.Plain),
        IFormattable number => number.ToString(null, Texts.Plain),
        _ => value.ToString()!,
    };
}

/// <summary>The values of a field.</summary>
/// <param name="Field">Which.</param>
/// <param name="Method">How its numbers were put into classes; null when values were counted.</param>
/// <param name="Distinct">How many different values there are.</param>
/// <param name="Without">How many features have none.</param>
/// <param name="Items">Classes from low to high, or the most frequent values.</param>
internal sealed record ClassesView(string Field, string? Method, long Distinct, long Without, IReadOnlyList<ClassView> Items);

/// <summary>A value, or numbers from one to another (both included), and how many features have it.</summary>
internal sealed record ClassView(string? Value, double? From, double? To, long Count);
