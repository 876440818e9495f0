using Swarm.Grains;

namespace Swarm.Bridge;

/// <summary>
/// Asks the site whether a device's messages are taken, once per device and again every few minutes. Only a device that has said
/// something valid gets here, and unknown ones wait in line, so that a flood of them costs the site so many calls a second and no more.
/// </summary>
internal sealed class AdmissionDesk(IGrainFactory grains, BridgeOptions options, Roster roster, RefusedDevices refused, TimeProvider time)
{
    private static readonly TimeSpan LongestLine = TimeSpan.FromSeconds(5);

    private readonly RateLimit _line = new(options.Limits.AdmissionsPerSecond, time);

    /// <returns>False where the site says no, and where too many are in line to ask it.</returns>
    public async ValueTask<bool> IsAdmittedAsync(Mailbox mailbox, CancellationToken cancellationToken)
    {
        if (mailbox.AdmittedAt is { } at && time.GetElapsedTime(at) < options.Limits.AdmissionHolds)
            return true;

        if (mailbox.IsStranger && !await _line.WaitAsync(LongestLine, cancellationToken))
            return false;

        var asked = time.GetTimestamp();
        if (await grains.Site(options.Site.Site).Admit(mailbox.Device) == Admission.Refused)
        {
            roster.Remove(mailbox.Device.Value);
            refused.Add(mailbox.Device.Value);
            return false;
        }

        roster.Add(mailbox.Device.Value);
        mailbox.Admit(asked);
        return true;
    }
}
