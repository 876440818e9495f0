using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>The registrations of all devices whose frames came lately.</summary>
internal sealed class RegistrationBook
{
    /// <summary>A device so long silent may come back with another pose.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly Dictionary<DeviceId, DeviceRegistration> _registrations = [];

    public IReadOnlyCollection<DeviceRegistration> All => _registrations.Values;

    /// <summary>That of the device which a frame is from, brought to its time.</summary>
    public DeviceRegistration For(Observation frame, double clockDeviation)
    {
        if (!_registrations.TryGetValue(frame.Device, out var registration))
        {
            _registrations[frame.Device] = registration = new DeviceRegistration();
            registration.Begin(frame.Device, frame.Time, clockDeviation);
        }

        registration.Advance(frame, clockDeviation);
        return registration;
    }

    public void Forget(DateTimeOffset now)
    {
        foreach (var (device, registration) in _registrations)
        {
            // Dictionaries allow removal while they are walked.
            if (now - registration.Time > Silence)
                _registrations.Remove(device);
        }
    }

    public void CopyFrom(RegistrationBook other)
    {
        foreach (var device in _registrations.Keys)
        {
            if (!other._registrations.ContainsKey(device))
                _registrations.Remove(device);
        }

        foreach (var (device, registration) in other._registrations)
        {
            if (!_registrations.TryGetValue(device, out var copy))
                _registrations[device] = copy = new DeviceRegistration();
            copy.CopyFrom(registration);
        }
    }
}
