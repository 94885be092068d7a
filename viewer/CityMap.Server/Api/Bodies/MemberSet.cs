using System.Text;

namespace CityMap.Server.Api.Bodies;

/// <summary>The members one JSON object may have; at most 64.</summary>
internal sealed class MemberSet
{
    private readonly byte[][] _utf8;

    /// <summary>Names the members.</summary>
    /// <param name="path">Where the object stands, for example <c>position</c>; empty for the body itself.</param>
    /// <param name="names">What it may hold.</param>
    public MemberSet(string path, params string[] names)
    {
        (Path, Names) = (path, names);
        _utf8 = Array.ConvertAll(names, Encoding.UTF8.GetBytes);
    }

    /// <summary>Where the object stands.</summary>
    public string Path { get; }

    /// <summary>What it may hold.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The full path of a member.</summary>
    public string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    /// <summary>Which member the reader stands on; −1 when it is none of them.</summary>
    public int Find(ref System.Text.Json.Utf8JsonReader json)
    {
        try
        {
            for (var i = 0; i < _utf8.Length; i++)
            {
                if (json.ValueTextEquals(_utf8[i])) return i;
            }
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in an escape: it is none of them, and whoever names it finds out the same.
        }

        return -1;
    }
}
