using System.Globalization;

namespace Swarm.Bridge;

/// <summary>Finds settings that cannot work, each named with its value.</summary>
internal static class BridgeOptionsValidator
{
    public static IReadOnlyList<string> Failures(BridgeOptions options)
    {
        var failures = new List<string>();
        if (options.Site.Site.Value is null)
            failures.Add($"{nameof(BridgeOptions.Site)} has no site id.");

        if (!(options.Site.CellSize >= 0 && double.IsFinite(options.Site.CellSize)))
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{nameof(BridgeOptions.Site)} has a cell size of {options.Site.CellSize} m; it must be 0 or more."));

        if ((options.Broker is null) == (options.Embedded is null))
        {
            failures.Add(
                $"{nameof(BridgeOptions.Broker)} is {(options.Broker is null ? "not set" : options.Broker)} and {nameof(BridgeOptions.Embedded)} is "
                + $"{(options.Embedded is null ? "not set" : "set")}; set exactly one of them.");
        }

        var limits = options.Limits;
        AtLeast(failures, nameof(limits.BatchSize), limits.BatchSize, 1);
        AtLeast(failures, nameof(limits.MaxQueuedPerDevice), limits.MaxQueuedPerDevice, 1);
        AtLeast(failures, nameof(limits.MaxQueuedBytesPerDevice), limits.MaxQueuedBytesPerDevice, 1);
        Positive(failures, nameof(limits.MaxWait), limits.MaxWait);
        AtLeast(failures, nameof(limits.ReceiveMaximum), limits.ReceiveMaximum, 1);
        if (limits.ReceiveMaximum > ushort.MaxValue)
            failures.Add($"{nameof(limits.ReceiveMaximum)} is {limits.ReceiveMaximum}; MQTT allows at most {ushort.MaxValue}.");

        AtLeast(failures, nameof(limits.MaxStrangers), limits.MaxStrangers, 1);
        AtLeast(failures, nameof(limits.MaxQueuedPerStranger), limits.MaxQueuedPerStranger, 1);
        AtLeast(failures, nameof(limits.MaxBytesPerStranger), limits.MaxBytesPerStranger, 1);
        AtLeast(failures, nameof(limits.AdmissionsPerSecond), limits.AdmissionsPerSecond, 1);
        Positive(failures, nameof(limits.AdmissionHolds), limits.AdmissionHolds);
        Positive(failures, nameof(limits.RefusalHolds), limits.RefusalHolds);
        Positive(failures, nameof(limits.IdleAfter), limits.IdleAfter);
        Positive(failures, nameof(limits.MinRetry), limits.MinRetry);
        Positive(failures, nameof(limits.Lease), limits.Lease);
        Positive(failures, nameof(limits.WithoutBroker), limits.WithoutBroker);
        Positive(failures, nameof(limits.SessionExpiry), limits.SessionExpiry);
        if (limits.MaxRetry < limits.MinRetry)
            failures.Add($"{nameof(limits.MaxRetry)} is {limits.MaxRetry}, below {nameof(limits.MinRetry)}, which is {limits.MinRetry}.");

        return failures;
    }

    private static void AtLeast(List<string> failures, string setting, int value, int least)
    {
        if (value < least)
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{setting} is {value}; it must be at least {least}."));
    }

    private static void Positive(List<string> failures, string setting, TimeSpan value)
    {
        if (value <= TimeSpan.Zero)
            failures.Add($"{setting} is {value}; it must be positive.");
    }
}
