using System.Runtime.InteropServices;
using Avalonia;
using Avalonia.Controls.ApplicationLifetimes;
using Avalonia.Themes.Fluent;
using Avalonia.Threading;

namespace CityMap.Desktop;

/// <summary>The program: one desk, and as many windows as it had when it was closed.</summary>
/// <param name="options">The command line.</param>
internal sealed class App(Options options) : Application
{
    private PosixSignalRegistration[] _signals = [];

    /// <inheritdoc/>
    public override void Initialize() => Styles.Add(new FluentTheme());

    /// <inheritdoc/>
    public override void OnFrameworkInitializationCompleted()
    {
        if (ApplicationLifetime is IClassicDesktopStyleApplicationLifetime desktop)
        {
            var desk = new Desk(options);
            desktop.ShutdownRequested += (_, _) => desk.End();
            desktop.Exit += (_, _) =>
            {
                desk.Dispose();
                foreach (var signal in _signals) signal.Dispose();
            };
            var lost = desk.Workspace.Windows.Count == 0;
            if (lost || options.Wall) desk.Workspace.Open(Desk.First(options.Wall));
            foreach (var plan in desk.Workspace.Windows.ToList())
            {
                var window = desk.Show(plan, lost);
                desktop.MainWindow ??= window;
            }

            // Whoever stops the machine of a wall gives no window a chance to be closed.
            _signals = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT }.Select(signal => PosixSignalRegistration.Create(signal, heard =>
            {
                heard.Cancel = true;
                Dispatcher.UIThread.Post(() =>
                {
                    desk.End();
                    desktop.Shutdown();
                });
            }))];
            desk.Start();
        }

        base.OnFrameworkInitializationCompleted();
    }
}
