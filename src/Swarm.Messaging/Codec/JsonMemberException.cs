using System.Text.Json;

namespace Swarm.Messaging;

/// <summary>Something is wrong with one member of a value that a converter reads; the serializer's own path ends at the value.</summary>
internal sealed class JsonMemberException(string member, string message) : JsonException(message)
{
    public string Member { get; } = member;
}
