using System.Text.Json;

namespace Swarm.Vda5050;

/// <summary>A text is none of the names that it can be.</summary>
internal sealed class UnknownNameException(string name, IEnumerable<string> known)
    : JsonException($"'{name}' is none of {string.Join(", ", known)}");
