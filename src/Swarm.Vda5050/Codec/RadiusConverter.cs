using System.Text.Json;
using System.Text.Json.Serialization;

namespace Swarm.Vda5050;

/// <summary>2.1 gives a radius where 3.0 gives an ellipse. Written is the smaller half-axis: the circle within the ellipse.</summary>
internal sealed class RadiusConverter : JsonConverter<AllowedDeviation>
{
    public static readonly RadiusConverter Instance = new();

    public override AllowedDeviation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AllowedDeviation.Circle(FiniteConverter.ReadFinite(ref reader));

    public override void Write(Utf8JsonWriter writer, AllowedDeviation value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Math.Min(value.A, value.B));
}
