using System.Globalization;
using Avalonia.Automation;
using Avalonia.Controls;
using Avalonia.Layout;

namespace CityMap.Desktop;

/// <summary>The time slider: now at its right end, three days back at its left, and the moment beside it.</summary>
internal sealed class TimeBar : DockPanel
{
    private const int Hours = 72;
    private static readonly TimeSpan _zone = TimeSpan.FromHours(7);
    private readonly Desk _desk;
    private readonly Slider _slider = new() { Minimum = -Hours, Maximum = 0, TickFrequency = 0.25, IsSnapToTickEnabled = true, VerticalAlignment = VerticalAlignment.Center };
    private readonly TextBlock _moment = new() { VerticalAlignment = VerticalAlignment.Center, Width = 220, Margin = new(12, 0) };
    private double? _wanted;
    private bool _following;

    /// <summary>Makes one.</summary>
    public TimeBar(Desk desk)
    {
        _desk = desk;
        SetDock(_moment, Dock.Right);
        Children.AddRange([_moment, _slider]);
        (Margin, Height) = (new(12, 0), 44);
        _slider.ValueChanged += (_, e) =>
        {
            if (!_following) _wanted = e.NewValue;
            Write();
        };
    }

    /// <summary>Looks at the moment chosen since the last time: while a person drags, a few moments are looked at and not all of them.</summary>
    public void Tick()
    {
        if (_wanted is { } hours)
        {
            _wanted = null;
            _ = _desk.LookAsync(At(hours));
        }

        Follow();
        Write();
    }

    // Another window may have gone to another moment, and a moment of the past moves away from now.
    private void Follow()
    {
        var hours = _desk.City.Moment.AsOf is { } at ? Math.Max(-Hours, (at - TimeProvider.System.GetUtcNow()).TotalHours) : 0;
        if (_slider.IsPointerOver || Math.Abs(hours - _slider.Value) < 0.3) return;
        _following = true;
        _slider.Value = hours;
        _following = false;
    }

    private void Write()
    {
        var at = _wanted is { } hours ? At(hours) : _desk.City.Moment.AsOf;
        AutomationProperties.SetName(_slider, _desk.Say("asOf"));
        _moment.Text = at is { } moment ? $"{_desk.Say("asOf")}: {moment.ToOffset(_zone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)}" : _desk.Say("now");
    }

    private static DateTimeOffset? At(double hours) => hours >= 0 ? null : TimeProvider.System.GetUtcNow().AddHours(hours);
}
