using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>What became of an <see cref="InferenceAsk"/>.</summary>
[GenerateSerializer, Alias("swarm.AskOutcome")]
[JsonConverter(typeof(CamelCaseEnumConverter<AskOutcome>))]
public enum AskOutcome
{
    Answered,

    /// <summary>It could not have been ready in time, so it was not begun.</summary>
    Late,

    /// <summary>Too much is waiting already.</summary>
    Busy,

    /// <summary>What was asked cannot be answered: no picture, no such task.</summary>
    Refused,

    /// <summary>There is no model for the task here, or it failed.</summary>
    Unavailable,
}
