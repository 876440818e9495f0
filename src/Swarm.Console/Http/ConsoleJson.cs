using System.Text.Json;
using System.Text.Json.Serialization;
using Swarm.Domain;
using Swarm.Grains;
using Swarm.OperatorConsole.Devices;
using Swarm.OperatorConsole.Health;
using Swarm.OperatorConsole.Models;
using Swarm.OperatorConsole.Sites;

namespace Swarm.OperatorConsole.Http;

/// <summary>What the API answers and takes. Answers leave out what is null; requests may hold no member that is not known.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SiteDescription))]
[JsonSerializable(typeof(SiteView))]
[JsonSerializable(typeof(DeviceTwin))]
[JsonSerializable(typeof(IReadOnlyList<DeviceSummary>))]
[JsonSerializable(typeof(IReadOnlyList<Track>))]
[JsonSerializable(typeof(IReadOnlyList<DeviceHazards>))]
[JsonSerializable(typeof(IReadOnlyList<Stop>))]
[JsonSerializable(typeof(DesiredRequest))]
[JsonSerializable(typeof(CommandRequest))]
[JsonSerializable(typeof(StopRequest))]
[JsonSerializable(typeof(RolloutRequest))]
[JsonSerializable(typeof(ModelStatus))]
[JsonSerializable(typeof(IReadOnlyList<ModelStatus>))]
[JsonSerializable(typeof(DesiredState))]
[JsonSerializable(typeof(DeviceCommand))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(IReadOnlyList<PartReadiness>))]
internal sealed partial class ConsoleJson : JsonSerializerContext
{
    /// <summary>Makes the application's own JSON options agree with this context, so that answers and the API's description do.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, Default);
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
    }
}
