using System.Text.Json;
using Avalonia.Controls;
using Avalonia.Media;
using CityMap.Viewer.Sheets;

namespace CityMap.Desktop;

/// <summary>The chosen incident: what it is, what may be done with it, and what happened so far.</summary>
/// <param name="desk">What all windows share.</param>
internal sealed class DetailPane(Desk desk) : StackPanel
{
    private string? _answer;

    /// <summary>Fills it.</summary>
    public void Refresh()
    {
        Children.Clear();
        (Spacing, Margin) = (6, new(8));
        var detail = desk.Detail;
        if (detail.Busy && detail.Incident is null) Say(desk.Say("loading"));
        if (detail.Error is { } error) Say(detail.Incident is null && desk.City.Moment.AsOf is not null && desk.City.Line.Live ? desk.Say("notYet") : error);
        if (detail.Incident is not { } incident)
        {
            if (!detail.Busy && detail.Error is null) Other();
            return;
        }

        Title(Text(incident, "title"));
        Say($"{desk.Say(Text(incident, "state"))} · {Text(incident, "address")}");
        Say(Text(incident, "description"));
        if (_answer is not null) Say(_answer);
        Buttons();
        Children.Add(new TextBlock { Text = desk.Say("history"), FontWeight = FontWeight.SemiBold });
        foreach (var entry in detail.History.Reverse())
        {
            Say($"{entry.GetProperty("occurredAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(7)):dd/MM/yyyy HH:mm} · {HistoryWords.Of(Text(entry, "kind"), desk.Workspace.Language)} · {Text(entry, "actor")}");
        }
    }

    // A facility is shown by what the map knows of it.
    private void Other()
    {
        if (desk.City.Selection is not { Layer: "facilities", Id: { } id } || desk.City.Facilities.Find(id)?.Attributes is not { } facility)
        {
            Say(desk.Say("chooseIncident"));
            return;
        }

        string Of(string name) => facility.GetValueOrDefault(name) as string ?? "";
        Title(desk.Workspace.Language == MapLanguage.En && Of("nameEn").Length > 0 ? Of("nameEn") : Of("name"));
        Say(Of("address"));
    }

    private void Buttons()
    {
        var row = new WrapPanel();
        var barred = desk.Commands.Barred(desk.Workspace.Language);
        foreach (var command in desk.Commands.Offered.Where(c => c is not ("assign" or "note" or "reject")))
        {
            var button = new Button { Content = desk.Say(command), IsEnabled = barred is null && !desk.Commands.Busy, Margin = new(0, 0, 6, 6) };
            button.Click += async (_, _) =>
            {
                _answer = await desk.Commands.GiveAsync(command, new Dictionary<string, string>(), desk.Workspace.Language, desk.Stopped);
                Refresh();
            };
            row.Children.Add(button);
        }

        Children.Add(row);
        if (barred is not null) Say(barred);
    }

    private void Title(string text) => Children.Add(new TextBlock { Text = text, FontSize = 16, FontWeight = FontWeight.SemiBold, TextWrapping = TextWrapping.Wrap });

    private void Say(string text)
    {
        if (text.Length > 0) Children.Add(new TextBlock { Text = text, TextWrapping = TextWrapping.Wrap });
    }

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
