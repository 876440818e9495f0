using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.OperatorConsole.Devices;
using Swarm.OperatorConsole.Health;
using Swarm.OperatorConsole.Http;
using Swarm.OperatorConsole.Live;
using Swarm.OperatorConsole.Models;
using Swarm.OperatorConsole.Page;
using Swarm.OperatorConsole.Sites;

namespace Swarm.OperatorConsole;

/// <summary>Puts the operators' page and its HTTP API into a web application that has an <see cref="IGrainFactory"/>.</summary>
public static class ConsoleHostingExtensions
{
    /// <param name="services">Of the web application.</param>
    /// <param name="site">The site whose grains are asked.</param>
    /// <param name="map">Its geometry, where it has any; the page draws a plain grid without.</param>
    public static IServiceCollection AddConsole(this IServiceCollection services, SiteInfo site, SiteMap? map = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new ConsoleSite(site, map));
        services.AddSingleton<SiteGrains>();
        services.AddSingleton<IReadiness, GrainsReadiness>();
        services.AddSingleton<ReadinessDesk>();
        services.AddSingleton<EmbeddedPage>();
        services.AddSingleton<LiveFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveFeed>());
        services.ConfigureHttpJsonOptions(options => ConsoleJson.Configure(options.SerializerOptions));
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Explain);
        services.AddTransient<IStartupFilter, ProblemAnswers>();
        services.AddOpenApi("v1", OpenApiDescription.Configure);
        return services;
    }

    /// <summary>
    /// Maps the page at <c>/</c>, the API under <c>/api</c>, <c>/health/live</c>, <c>/health/ready</c> and the API's description at
    /// <c>/openapi/v1.json</c>.
    /// </summary>
    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").AddEndpointFilter(SameOrigin.RefuseCrossSite).AddEndpointFilter<SiteUnavailableFilter>();
        api.MapSite();
        api.MapDevices();
        api.MapStops();
        api.MapModels();
        api.MapLive();
        app.MapHealth();
        app.MapPage();
        app.MapOpenApi();
        return app;
    }
}
