using Avalonia;
using Avalonia.Controls.ApplicationLifetimes;
using Avalonia.Themes.Fluent;

namespace CityMap.Desktop;

/// <summary>The program: one desk, and as many windows as it had when it was closed.</summary>
/// <param name="options">The command line.</param>
internal sealed class App(Options options) : Application
{
    /// <inheritdoc/>
    public override void Initialize() => Styles.Add(new FluentTheme());

    /// <inheritdoc/>
    public override void OnFrameworkInitializationCompleted()
    {
        if (ApplicationLifetime is IClassicDesktopStyleApplicationLifetime desktop)
        {
            var desk = new Desk(options);
            desktop.Exit += (_, _) => desk.Dispose();
            if (desk.Workspace.Windows.Count == 0 || options.Wall) desk.Workspace.Open(Desk.First(options.Wall));
            for (var i = 0; i < desk.Workspace.Windows.Count; i++)
            {
                var window = new DeskWindow(desk, i);
                desktop.MainWindow ??= window;
                window.Show();
            }

            desk.Start();
        }

        base.OnFrameworkInitializationCompleted();
    }
}
