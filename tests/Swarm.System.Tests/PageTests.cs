using Microsoft.Playwright;
using Swarm.SystemTests.Harness;

namespace Swarm.SystemTests;

/// <summary>The page, looked at in headless Chromium.</summary>
public sealed class PageTests
{
    /// <summary>Where the screenshot of the page is to be put, for whoever wants to see it.</summary>
    private const string ScreenshotVariable = "SWARM_PAGE_SCREENSHOT";

    private const int FleetSize = 15;

    [Fact(Timeout = Patience.Test)]
    public async Task Page_DemoRunning_ShowsMovingDevicesTracksAndHazards()
    {
        var chromium = Programs.Require("chromium", "chromium-browser", "google-chrome");
        using var folder = new TempFolder();
        await using var silo = await EdgeSilo.StartAsync(folder["data"], "--demo");
        await silo.DevicesOnlineAsync(FleetSize);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            // Root needs the first; without a GPU the map is drawn in software.
            Args = ["--no-sandbox", "--enable-unsafe-swiftshader"],
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        var errors = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") errors.Add(message.Text); };
        page.PageError += (_, error) => errors.Add(error);

        await page.GotoAsync(silo.Page.ToString());
        var file = Environment.GetEnvironmentVariable(ScreenshotVariable);
        if (file is not null) await page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
        Assert.Empty(errors);
    }
}
