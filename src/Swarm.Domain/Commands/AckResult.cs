using System.Text.Json.Serialization;

namespace Swarm.Domain;

[GenerateSerializer, Alias("swarm.AckResult")]
[JsonConverter(typeof(CamelCaseEnumConverter<AckResult>))]
public enum AckResult
{
    Accepted,

    /// <summary>Older than the newest epoch that the device accepted.</summary>
    RefusedEpoch,

    /// <summary>Expired by the device's estimate of site time.</summary>
    RefusedExpired,

    /// <summary>The device has no fresh estimate of site time, so it cannot judge the expiry.</summary>
    RefusedNoTime,

    /// <summary>The device does not do this.</summary>
    RefusedUnsupported,
}
