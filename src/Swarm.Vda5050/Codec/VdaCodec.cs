using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Swarm.Vda5050;

/// <summary>
/// Messages to JSON and back, in one version. Reading never throws: what cannot be read is told as <see cref="Violation"/>s. Fields that
/// are not known are ignored.
/// </summary>
public sealed class VdaCodec
{
    private readonly ProtocolVersion _version;
    private readonly CodecLimits _limits;
    private readonly JsonSerializerOptions _options;

    public VdaCodec(ProtocolVersion version, CodecLimits? limits = null)
    {
        _version = version;
        _limits = limits ?? CodecLimits.Default;
        VersionShape shape = version == ProtocolVersion.V2 ? new Version2Shape() : new Version3Shape();
        _options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
            MaxDepth = _limits.MaxDepth + 1,
            TypeInfoResolver = ShapeContext.Default.WithAddedModifier(shape.Apply),
        };
        _options.Converters.Add(new FiniteConverter());
        _options.Converters.Add(new TimestampConverter());
        foreach (var converter in NameConverters.Of(version))
            _options.Converters.Add(converter);
        _options.MakeReadOnly();
    }

    /// <summary>One of each version, with <see cref="CodecLimits.Default"/>.</summary>
    public static VdaCodec V2 { get; } = new(ProtocolVersion.V2);

    /// <inheritdoc cref="V2"/>
    public static VdaCodec V3 { get; } = new(ProtocolVersion.V3);

    public ProtocolVersion Version => _version;

    public static VdaCodec Of(ProtocolVersion version) => version == ProtocolVersion.V2 ? V2 : V3;

    /// <summary>UTF-8 without a byte order mark.</summary>
    /// <exception cref="ArgumentException">A number is not finite: check the message first (<see cref="MessageCheck"/>).</exception>
    public byte[] Write<T>(T message)
        where T : VdaMessage => JsonSerializer.SerializeToUtf8Bytes(Completion.Complete(message, _version), Info<T>());

    /// <summary>Reads a message and checks all that can be checked of it alone (<see cref="MessageCheck"/>).</summary>
    public ReadResult<T> Read<T>(ReadOnlySpan<byte> text)
        where T : VdaMessage
    {
        if (text.Length > _limits.MaxBytes)
            return Refuse<T>(new Violation("$", Rule.Size, FormattableString.Invariant($"is {text.Length} bytes, at most {_limits.MaxBytes} are read")));

        if (text.StartsWith("\uFEFF"u8))
            text = text["\uFEFF"u8.Length..];
        if (JsonScan.FirstFault(text, _limits) is { } fault)
            return Refuse<T>(fault);

        try
        {
            var message = JsonSerializer.Deserialize(text, Info<T>());
            return message is null
                ? Refuse<T>(new Violation("$", Rule.Shape, "is null"))
                : new ReadResult<T> { Message = message, Violations = MessageCheck.Check(message, _version) };
        }
        catch (JsonException exception)
        {
            return Refuse<T>(JsonFault.Of(exception));
        }
    }

    /// <summary>Whether two messages say the same, whatever their headers.</summary>
    public bool SameContent<T>(T one, T other)
        where T : VdaMessage =>
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(WithoutHeader(one), Info<T>()), JsonSerializer.SerializeToElement(WithoutHeader(other), Info<T>()));

    private static T WithoutHeader<T>(T message)
        where T : VdaMessage => (T)(VdaMessage)(message with { HeaderId = 0, Timestamp = default, Version = "", Manufacturer = "", SerialNumber = "" });

    private static ReadResult<T> Refuse<T>(Violation violation)
        where T : VdaMessage => new() { Violations = [violation] };

    private JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)_options.GetTypeInfo(typeof(T));
}
