namespace Swarm.Vda5050;

/// <summary>Rules of the header that every message begins with.</summary>
public static class HeaderCheck
{
    /// <summary>Whether a message names the vehicle of the topic that it came by (4.2).</summary>
    public static IReadOnlyList<Violation> Check(VdaMessage message, string manufacturer, string serialNumber)
    {
        var violations = new List<Violation>();
        if (message.Manufacturer != manufacturer)
            violations.Add(new Violation("$.manufacturer", Rule.Header, $"is '{message.Manufacturer}', the topic says '{manufacturer}'"));
        if (message.SerialNumber != serialNumber)
            violations.Add(new Violation("$.serialNumber", Rule.Header, $"is '{message.SerialNumber}', the topic says '{serialNumber}'"));
        return violations;
    }

    internal static void Check(VdaMessage message, Checker checker)
    {
        if (checker.Version == ProtocolVersion.V2 && message is VisualizationMessage)
            return;

        var major = checker.Version == ProtocolVersion.V2 ? "2." : "3.";
        checker.Require(message.Version.StartsWith(major, StringComparison.Ordinal), "$.version", Rule.Header,
            $"is '{message.Version}', must begin with {major}");
        checker.Id(message.Manufacturer, "$", "manufacturer");
        checker.Id(message.SerialNumber, "$", "serialNumber");
        checker.Require(!message.Manufacturer.AsSpan().ContainsAny("/+#$"), "$.manufacturer", Rule.Header,
            $"is '{message.Manufacturer}', which no topic can hold");
        checker.Require(message.SerialNumber.All(IsSerialCharacter), "$.serialNumber", Rule.Header,
            $"is '{message.SerialNumber}', must be of A-Z a-z 0-9 _ . : -");
    }

    private static bool IsSerialCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or ':' or '-';
}
