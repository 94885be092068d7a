using CityMap.Server.Hosting;

namespace CityMap.Server.Api.Layers.Export;

/// <summary>A folder of one export's own; gone with it.</summary>
internal sealed class ExportFolder(HttpResponse answer) : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateDirectory(answer.HttpContext.RequestServices.GetRequiredService<ScratchFolder>().NewFile("export")).FullName;

    /// <summary>Sends a file as the whole body.</summary>
    public static Task SendAsync(string file, HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentLength = new FileInfo(file).Length;
        return response.SendFileAsync(file, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
