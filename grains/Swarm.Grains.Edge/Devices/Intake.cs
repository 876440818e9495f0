using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>Folds a batch of messages into a device's record, and gathers what has to follow once that is safe.</summary>
internal sealed class Intake(DeviceId device, DeviceRecord before, StopList? stops)
{
    public DeviceRecord Record { get; private set; } = before;

    /// <summary>The batch holds more than telemetry: it must be stored before it counts as taken.</summary>
    public bool HasTransition { get; private set; }

    /// <summary>The device has (re)connected, or so a restarted site learns: it must be told what holds.</summary>
    public bool HasBirth { get; private set; }

    /// <summary>The newest state that was sent just now.</summary>
    public DeviceState? Motion { get; private set; }

    public List<DetectionFrame> Frames { get; } = [];

    public List<InferenceAsk> Asks { get; } = [];

    public List<CameraFrame> Pictures { get; } = [];

    /// <summary>Where the newest of what was seen was found, as the device says.</summary>
    public InferenceReport? Inference { get; private set; }

    public void Take(Uplink uplink)
    {
        var at = uplink.ReceivedAt;
        if (uplink.Message is ConnectionReport report)
        {
            Take(report, at, uplink.Retained);
            return;
        }

        if (!uplink.Retained)
        {
            Connect(Record.Connection.Hear(at, uplink.Message is DeviceState), at);
        }

        switch (uplink.Message)
        {
            case DeviceState state when !uplink.Retained || Record.State is null:
                Take(state, at, uplink.Retained);
                break;
            case DetectionFrame frame when !uplink.Retained:
                Frames.Add(frame);
                Inference = frame.Inference ?? Inference;
                break;
            case InferenceAsk ask when !uplink.Retained:
                Asks.Add(ask);
                break;
            case CameraFrame picture when !uplink.Retained:
                Pictures.Add(picture);
                break;
            case Factsheet factsheet when !IsSame(factsheet, Record.Factsheet):
                Record = Record with { Factsheet = factsheet };
                HasTransition = true;
                break;
            case CommandAck ack:
                Keep(Record.Commands.Answer(ack));
                break;
        }
    }

    private void Take(ConnectionReport report, DateTimeOffset at, bool retained)
    {
        var next = Record.Connection.Report(report, at, retained);
        HasTransition |= next.Presence != Record.Connection.Presence || next.Birth != Record.Connection.Birth;
        Record = Record with { Connection = next };
        if (report.State == ConnectionState.Online && next.Presence == Presence.Online)
        {
            Greet(at);
        }
    }

    private void Take(DeviceState state, DateTimeOffset at, bool retained)
    {
        Record = Record with { State = state };
        Motion = retained ? Motion : state;
        if (stops is not null)
        {
            Keep(Record.Commands.Hold(stops, device, state.Pose.Plane, at));
        }
    }

    private void Connect(Connection next, DateTimeOffset at)
    {
        // A device that lives after all, or speaks again after a silence, may have missed what was sent meanwhile.
        var returned = next.Presence == Presence.Online && Record.Connection.Presence != Presence.Online;
        Record = Record with { Connection = next };
        if (returned)
        {
            HasTransition = true;
            Greet(at);
        }
    }

    private void Greet(DateTimeOffset at)
    {
        HasBirth = true;
        Keep(Record.Commands.Renew(at, birth: true));
    }

    private void Keep(CommandBook book)
    {
        HasTransition |= !ReferenceEquals(book, Record.Commands);
        Record = Record with { Commands = book };
    }

    private static bool IsSame(Factsheet a, Factsheet? b) =>
        b is not null && a.Sensors.SequenceEqual(b.Sensors) && a with { Sensors = b.Sensors } == b;
}
