using Microsoft.Playwright;
using Swarm.OperatorConsole.Page;
using Swarm.OperatorConsole.Tests.Fakes;
using Swarm.OperatorConsole.Tests.Scenes;

namespace Swarm.OperatorConsole.Tests.Page;

public sealed class PageTests
{
    [Fact]
    public async Task Page_LiveScene_ShowsDevicesAndOperatesStops()
    {
        await using var browser = await Chromium.StartAsync();
        var scene = new StreetScene(TimeProvider.System.GetUtcNow().AddSeconds(4));
        await using var host = await ConsoleHost.StartAsync(map: StreetScene.Map, seed: scene.Seed);
        var (page, complaints) = await browser.OpenAsync(host.Address);

        await Assertions.Expect(page.Locator("[data-device]")).ToHaveCountAsync(scene.DeviceCount);
        await Assertions.Expect(page.Locator(".connection")).ToHaveTextAsync("live");
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('#canvas').width > 300"));
        await Chromium.SaveAsync(page, "overview");

        // Picking on the map: the camera stands still, and is brought to the middle.
        await page.Locator("[data-device='camera-1']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show on map" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByText("Stop camera-1")).ToHaveCountAsync(0);
        await Chromium.ClickUntilAsync(page.Locator("#canvas"), page.GetByText("Stop camera-1"));
        await Chromium.SaveAsync(page, "near");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the whole site" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");

        await page.Locator("[data-device='wagon-6']").ClickAsync();
        await Assertions.Expect(page.GetByText("pose.x is not finite")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("37 in all")).ToBeVisibleAsync();
        await Chromium.SaveAsync(page, "device");

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop the whole site" }).ClickAsync();
        await page.GetByLabel("Reason").FillAsync("fire drill");
        await Chromium.SaveAsync(page, "confirm");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Assertions.Expect(page.Locator("#notice")).ToHaveTextAsync("The site is stopped: fire drill");
        await page.Keyboard.PressAsync("Escape");
        await Chromium.SaveAsync(page, "stopped");
        Assert.Single((await host.Grains.Site.GetStops()).Stops);

        await page.GetByRole(AriaRole.Button, new() { Name = "Release" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Release" }).ClickAsync();
        await Assertions.Expect(page.Locator("#notice")).ToHaveTextAsync("");
        Assert.Empty((await host.Grains.Site.GetStops()).Stops);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Page_GrainsStopAnswering_SaysThatThePictureIsOld()
    {
        await using var browser = await Chromium.StartAsync();
        var scene = new StreetScene(TimeProvider.System.GetUtcNow().AddSeconds(4));
        await using var host = await ConsoleHost.StartAsync(map: StreetScene.Map, seed: scene.Seed);
        var (page, _) = await browser.OpenAsync(host.Address, ColorScheme.Light);
        await Assertions.Expect(page.Locator(".connection")).ToHaveTextAsync("live");
        await Chromium.SaveAsync(page, "light");

        host.Grains.View.Failure = new TimeoutException("no silo answers");

        await Assertions.Expect(page.Locator("#notice")).ToContainTextAsync("Not live");
        await Chromium.SaveAsync(page, "stale");
        host.Grains.View.Failure = null;
        await Assertions.Expect(page.Locator(".connection")).ToHaveTextAsync("live");
    }

    [Fact]
    public async Task GetRoot_BuiltOrNot_ServesThePageOrSaysWhatIsMissing()
    {
        await using var host = await ConsoleHost.StartAsync();
        var built = new EmbeddedPage();

        using var response = await host.SendAsync(HttpMethod.Get, "/");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        if (built.IsBuilt)
        {
            Assert.Contains("page/console.js", text);
            Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single());
            using var again = await host.SendAsync(HttpMethod.Get, "/page/console.js", null, ("If-None-Match", built.Find("console.js")!.ETag));
            Assert.Equal(System.Net.HttpStatusCode.NotModified, again.StatusCode);
        }
        else
        {
            Assert.Contains("Node.js 20", text);
        }
    }

    [Fact]
    public async Task GetRoot_BuiltWithoutNode_SaysWhatIsMissing()
    {
        // This assembly holds no page, as the console's own does when Node.js was missing.
        await using var host = await ConsoleHost.StartAsync(page: new EmbeddedPage(typeof(PageTests).Assembly));

        using var response = await host.SendAsync(HttpMethod.Get, "/");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("Node.js 20", text);
        Assert.Contains("/api/devices", text);
    }
}
