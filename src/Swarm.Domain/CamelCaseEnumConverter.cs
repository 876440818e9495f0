using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Domain;

/// <summary>Writes an enum as its camelCase name; refuses numbers and unknown names.</summary>
public sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
