using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.OperatorConsole.Live;
using Swarm.OperatorConsole.Page;

namespace Swarm.OperatorConsole.Tests.Fakes;

/// <summary>The console on a real server at a free port of this machine, over the fakes of one site.</summary>
internal sealed class ConsoleHost : IAsyncDisposable
{
    public static readonly SiteInfo Info = new(new SiteId("harbour"), new GeoPoint(52.52, 13.405), 100);

    private readonly WebApplication _app;

    private ConsoleHost(WebApplication app, FakeGrains grains)
    {
        _app = app;
        Grains = grains;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public FakeGrains Grains { get; }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public LiveFeed Feed => _app.Services.GetRequiredService<LiveFeed>();

    public static async Task<ConsoleHost> StartAsync(TimeProvider? time = null, SiteMap? map = null, Action<FakeGrains>? seed = null, EmbeddedPage? page = null,
        IReadiness? part = null)
    {
        time ??= TimeProvider.System;
        var grains = new FakeGrains(time);
        seed?.Invoke(grains);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<IGrainFactory>(grains);
        builder.Services.AddConsole(Info, map);
        if (page is not null)
            builder.Services.AddSingleton(page);
        if (part is not null)
            builder.Services.AddSingleton(part);
        var app = builder.Build();
        app.MapConsole();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ConsoleHost(app, grains);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, MediaTypeHeaderValue.Parse("application/json"));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
