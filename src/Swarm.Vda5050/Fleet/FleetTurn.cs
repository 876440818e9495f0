namespace Swarm.Vda5050;

/// <summary>One step of the machine while it is made.</summary>
internal sealed class FleetTurn(FleetSnapshot snapshot, FleetSettings settings, DateTimeOffset now)
{
    private readonly List<FleetEffect> _effects = [];

    public ControlState Control { get; set; } = snapshot.Control;

    public VehicleView View { get; set; } = snapshot.View;

    public FleetSettings Settings => settings;

    public DateTimeOffset Now => now;

    public IReadOnlyList<FleetEffect> Effects => _effects;

    public StateMessage? State => View.State;

    public bool IsReachable => Control.Presence == Presence.Online && State is not null;

    public void Do(FleetEffect effect) => _effects.Add(effect);

    public void Refuse(FleetRefusal refusal, string problem, IReadOnlyList<Violation>? violations = null) =>
        Do(new FleetEffect.Refused(refusal, problem, violations ?? []));

    public T Header<T>(T message, uint headerId)
        where T : VdaMessage => (T)(VdaMessage)(message with
        {
            HeaderId = headerId,
            Timestamp = now,
            Version = Control.VersionText,
            Manufacturer = Control.Manufacturer,
            SerialNumber = Control.SerialNumber,
        });

    /// <summary>When the next copy is due after so many.</summary>
    public DateTimeOffset Next(int copies)
    {
        var wait = settings.Resend * Math.Pow(2, Math.Min(copies - 1, 10));
        return now + (wait < settings.LongestResend ? wait : settings.LongestResend);
    }

    /// <summary>The reason why nothing can be sent, or none.</summary>
    public bool RefuseIfUnreachable()
    {
        if (Control.Presence != Presence.Online)
            Refuse(FleetRefusal.NotOnline, $"The vehicle is {Control.Presence}.");
        else if (State is null)
            Refuse(FleetRefusal.NoState, "No state has come from the vehicle yet.");
        return !IsReachable;
    }
}
