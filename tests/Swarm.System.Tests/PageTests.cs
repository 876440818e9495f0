using Microsoft.Playwright;
using Swarm.SystemTests.Harness;

namespace Swarm.SystemTests;

/// <summary>The page over the running demo, looked at in headless Chromium. What it does on its own is tested in Swarm.Console.Tests.</summary>
public sealed class PageTests
{
    /// <summary>Names the file that a screenshot goes to, for whoever wants to see the page.</summary>
    private const string ScreenshotVariable = "SWARM_PAGE_SCREENSHOT";

    private const int FleetSize = 15;

    private static readonly float Milliseconds = (float)Patience.Change.TotalMilliseconds;

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
            // Root needs the first; without a graphics card the map is drawn in software.
            Args = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking"],
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        page.SetDefaultTimeout(Milliseconds);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(silo.Page.ToString());

        await page.Locator(".connection").GetByText("live", new() { Exact = true }).WaitForAsync();
        await HoldsAsync(page, $"document.querySelectorAll('[data-device] .presence.online').length >= {FleetSize}");
        await HoldsAsync(page, "Number(document.querySelector('.counts div:nth-child(2) dd').textContent) > 0");
        await page.Locator(".row.hazard").First.WaitForAsync();
        if (Environment.GetEnvironmentVariable(ScreenshotVariable) is { Length: > 0 } file)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = file });

        await page.Locator("[data-device='drone-1']").ClickAsync();
        var position = page.Locator(".facts div", new() { HasText = "position" }).Locator("dd");
        var first = await position.TextContentAsync();
        await page.WaitForFunctionAsync(
            "first => [...document.querySelectorAll('.facts div')].some(fact => fact.textContent.includes('position') && !fact.textContent.includes(first))",
            first,
            new PageWaitForFunctionOptions { Timeout = Milliseconds });
        Assert.Empty(complaints);
    }

    private static async Task HoldsAsync(IPage page, string expression) =>
        await page.WaitForFunctionAsync($"() => {expression}", null, new PageWaitForFunctionOptions { Timeout = Milliseconds });
}
