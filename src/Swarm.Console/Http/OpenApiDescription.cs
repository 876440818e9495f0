using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Swarm.Domain;

namespace Swarm.OperatorConsole.Http;

/// <summary>What the description of the API says beyond what its endpoints do.</summary>
internal static class OpenApiDescription
{
    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Swarm site",
                Version = "v1",
                Description = "Devices, fused tracks, hazards and latched stops of one site. Metres, seconds, radians counter-clockwise from "
                    + "east, UTC; positions in the site frame (x east, y north).",
            };
            return Task.CompletedTask;
        });

        // Identifiers are strings on the wire, which their converters hide from the schema.
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(DeviceId) || type == typeof(SiteId) || type == typeof(TrackId))
                schema.Type = JsonSchemaType.String;
            return Task.CompletedTask;
        });
    }
}
