using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Storage;

/// <summary>
/// Where a page ended: the last feature's ordering value and id. As text it is base64url of a JSON array
/// <c>[field, descending, value, id]</c>; clients treat it as opaque, and every store understands every other's.
/// </summary>
/// <param name="Value">The ordering field's value of the last feature, or null; the id itself when ordered by id.</param>
/// <param name="Id">The last feature's id.</param>
public sealed record PageToken(object? Value, string Id)
{
    /// <summary>The token that continues a query after a feature.</summary>
    public static string Write(FeatureQuery query, Feature last)
    {
        var value = query.OrderBy == "id" ? last.Id : last[query.OrderBy];
        object? plain = value is DateTimeOffset at ? (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond : value;
        return Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes<object?[]>([query.OrderBy, query.Descending, plain, last.Id]));
    }

    /// <summary>Reads the token of a query; null when the query begins at the beginning.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>: not a token, or one of another ordering.</exception>
    public static PageToken? Read(LayerInfo layer, FeatureQuery query)
    {
        if (query.After is not { } token) return null;
        try
        {
            var parts = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(token));
            if (parts is [var field, var descending, var value, var id]
                && field.GetString() == query.OrderBy
                && descending.GetBoolean() == query.Descending
                && id.GetString() is { } lastId)
            {
                var type = query.OrderBy == "id" ? FieldType.Text : layer.Fields.First(f => f.Name == query.OrderBy).Type;
                return new(ValueOf(type, value), lastId);
            }
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or ArgumentException or DecoderFallbackException)
        {
            throw new StoreException(StoreProblem.BadQuery, "The page token is not one of ours.", e);
        }

        throw new StoreException(StoreProblem.BadQuery, "The page token belongs to a query with another order.");
    }

    private static object? ValueOf(FieldType type, JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : type switch
    {
        FieldType.Text => value.GetString(),
        FieldType.Integer => value.GetInt64(),
        FieldType.Real => value.GetDouble(),
        FieldType.Boolean => value.GetBoolean(),
        _ => DateTimeOffset.UnixEpoch.AddTicks(value.GetInt64() * TimeSpan.TicksPerMicrosecond),
    };
}
