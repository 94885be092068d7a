namespace CityMap.Viewer.Desktop;

/// <summary>A refusal of the server (RFC 9457), or that there was no answer.</summary>
/// <param name="code">The problem's code; <c>unreachable</c> when there was no answer.</param>
/// <param name="detail">What people read.</param>
/// <param name="cause">What was thrown, if anything.</param>
public sealed class ServerProblem(string code, string detail, Exception? cause = null) : Exception(detail, cause)
{
    /// <summary>The problem's code.</summary>
    public string Code => code;
}
