using Microsoft.Playwright;
using Swarm.OperatorConsole.Page;

namespace Swarm.OperatorConsole.Tests.Page;

/// <summary>The browser of this machine, without a screen or a graphics card.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    /// <summary>Milliseconds; drawing without a graphics card on a busy machine takes its time.</summary>
    private const float Patience = 60_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Skips the test where there is no browser or no page to show, and fails it there when <c>CI=true</c>.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var missing = !new EmbeddedPage().IsBuilt ? $"the page is not built: {new EmbeddedPage().MissingReason}"
            : !File.Exists(Program) ? $"{Program} is not installed"
            : null;
        if (missing is not null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(missing);
        Assert.SkipWhen(missing is not null, missing ?? "");

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--headless", "--disable-gpu", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic",
                "--disable-background-networking"],
        });
        return new Chromium(playwright, browser);
    }

    /// <summary>Opens the page; what its console complains about is gathered in the list.</summary>
    public async Task<(IPage Page, IReadOnlyList<string> Complaints)> OpenAsync(Uri address, ColorScheme scheme = ColorScheme.Dark)
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        page.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            // The software renderer remarks on its own slowness.
            if (message.Type is "error" or "warning" && !message.Text.Contains("GPU stall", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(address.ToString());
        return (page, complaints);
    }

    /// <summary>
    /// Clicks the middle of something until that shows: what is under the pointer is drawn in its own time, and on a busy machine a
    /// click may take so long that it counts as none.
    /// </summary>
    public static async Task ClickUntilAsync(ILocator target, ILocator sign)
    {
        for (var i = 0; !await sign.IsVisibleAsync(); i++)
        {
            Assert.True(i < 50, "nothing came of 50 clicks");
            await target.ClickAsync();
            await target.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        }
    }

    /// <summary>Keeps a picture in the folder that SWARM_SCREENSHOTS names, if it does.</summary>
    public static async Task SaveAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SWARM_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Timeout = 60_000 });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
