using System.Text.Json;

namespace Swarm.Vda5050;

/// <summary>The stored form of a <see cref="ControlState"/>: JSON, so that a later version reads what an earlier one wrote.</summary>
public static class ControlStateJson
{
    public static string Write(ControlState state) => JsonSerializer.Serialize(state, ControlStateContext.Default.ControlState);

    /// <exception cref="JsonException">It is no stored state.</exception>
    public static ControlState Read(string text) =>
        JsonSerializer.Deserialize(text, ControlStateContext.Default.ControlState) ?? throw new JsonException("The stored state is null.");
}
