namespace Swarm.Messaging;

/// <summary>The reasons for which a message is refused. <c>docs/protocol.md</c> explains each to who writes firmware.</summary>
public static class RefusalReason
{
    /// <summary>The payload is no JSON text.</summary>
    public const string MalformedJson = "malformed-json";

    /// <summary>A field is missing, null, of the wrong type, or not one of the names that it can be.</summary>
    public const string WrongField = "wrong-field";

    /// <summary>A number is beyond what a double holds.</summary>
    public const string NotFinite = "not-finite";

    /// <summary>A number or a name is outside what is physically or logically possible.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>A covariance is not positive semidefinite.</summary>
    public const string NotCovariance = "not-covariance";

    /// <summary>Too many, or too few, of something.</summary>
    public const string WrongCount = "wrong-count";

    /// <summary>A text is too long, or empty where it must not be.</summary>
    public const string WrongLength = "wrong-length";

    /// <summary>The device named in the payload is not the one in the topic.</summary>
    public const string WrongDevice = "wrong-device";

    /// <summary>The time of a measurement is too far from site time.</summary>
    public const string ClockOff = "clock-off";

    /// <summary>The payload is larger than any message can be.</summary>
    public const string TooLarge = "too-large";

    /// <summary>There is no such channel, or it is one that the site sends on.</summary>
    public const string UnknownChannel = "unknown-channel";

    public static IReadOnlyList<string> All { get; } =
        [MalformedJson, WrongField, NotFinite, OutOfRange, NotCovariance, WrongCount, WrongLength, WrongDevice, ClockOff, TooLarge, UnknownChannel];
}
