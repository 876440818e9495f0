using System.Globalization;
using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>The stops that hold a device and the commands that it was given. Every change makes a new book, to be stored before it is sent.</summary>
/// <param name="Epoch">Of the newest command.</param>
/// <param name="Holds">The latched stops that hold the device.</param>
/// <param name="Statuses">The newest first: all that are still to be answered, and as many others as <see cref="Kept"/> leaves room for.</param>
[GenerateSerializer, Immutable, Alias("swarm.grains.CommandBook")]
internal sealed record CommandBook(
    [property: Id(0)] long Epoch,
    [property: Id(1)] IReadOnlyList<Stop> Holds,
    [property: Id(2)] IReadOnlyList<CommandStatus> Statuses)
{
    /// <summary>How many commands are remembered for people to look at.</summary>
    public const int Kept = 20;

    /// <summary>
    /// Stops and releases have no end, yet a command must have one, lest the broker keep an old one for ever. Whoever was away longer is sent
    /// them anew.
    /// </summary>
    public static readonly TimeSpan StandingValidity = TimeSpan.FromDays(1);

    public static CommandBook Empty { get; } = new(0, [], []);

    /// <summary>The commands that the device must still take, in the order of their epochs.</summary>
    public IReadOnlyList<DeviceCommand> Due(DateTimeOffset now) =>
        [.. Statuses.Where(status => IsDue(status, now)).Select(status => status.Command).OrderBy(command => command.Epoch)];

    /// <summary>The stops out of <paramref name="stops"/> that hold the device: what held it before holds on, wherever it rolls, until released.</summary>
    public CommandBook Hold(StopList stops, DeviceId device, Point2? position, DateTimeOffset now)
    {
        if (stops.Stops.Count == 0 && Holds.Count == 0)
        {
            // Asked with every state of every device, and nearly always so.
            return this;
        }

        var before = Holds.Select(stop => stop.Id).ToHashSet();
        var holds = stops.Stops.Where(stop => before.Contains(stop.Id) || stop.Scope.Holds(device, position)).ToList();
        if (holds.Count == before.Count && holds.TrueForAll(stop => before.Contains(stop.Id)))
        {
            return this;
        }

        var book = this with { Holds = holds };
        foreach (var stop in holds.Where(stop => !before.Contains(stop.Id)))
        {
            book = book.Issue(StopCommandId(stop), CommandKind.Stop, now, now + StandingValidity, reason: stop.Reason);
        }

        return holds.Count == 0
            ? book.Issue(book.NextId("release", now), CommandKind.Release, now, now + StandingValidity)
            : book.Trim(now);
    }

    /// <summary>A new speed limit; it takes the place of one that is still unanswered.</summary>
    public CommandBook Limit(double maxSpeed, TimeSpan validFor, string? reason, DateTimeOffset now) =>
        Issue(NextId("limit", now), CommandKind.LimitSpeed, now, now + validFor, maxSpeed, reason);

    /// <summary>Takes an answer. The same book comes back where it answers nothing that is open.</summary>
    public CommandBook Answer(CommandAck ack)
    {
        var index = Statuses.ToList().FindIndex(status => status.Command.Id == ack.CommandId && status.Command.Epoch == ack.Epoch);
        if (index < 0 || Statuses[index].Ack?.Result == ack.Result)
        {
            return this;
        }

        var statuses = Statuses.ToArray();
        statuses[index] = statuses[index] with { Ack = ack };
        return this with { Statuses = statuses };
    }

    /// <summary>
    /// Gives a new epoch to stops and to the release where the old one has expired or was refused for its age; at a
    /// <paramref name="birth"/> to every stop that holds, since the device may have forgotten it.
    /// </summary>
    public CommandBook Renew(DateTimeOffset now, bool birth)
    {
        var renewed = Statuses.Where(status => NeedsRenewal(status, now, birth)).OrderBy(status => status.Command.Epoch).ToList();
        return renewed.Aggregate(this, (book, status) =>
            book.Issue(status.Command.Id, status.Command.Kind, now, now + StandingValidity, reason: status.Command.Reason));
    }

    private bool NeedsRenewal(CommandStatus status, DateTimeOffset now, bool birth) =>
        Stands(status.Command)
        && ((birth && status.Command.Kind == CommandKind.Stop)
            || status.Ack?.Result is AckResult.RefusedEpoch or AckResult.RefusedExpired
            || (status.Command.Expires <= now && status.Ack?.Result is null or AckResult.RefusedNoTime));

    private bool IsDue(CommandStatus status, DateTimeOffset now) =>
        status.Ack?.Result is null or AckResult.RefusedNoTime
        && status.Command.Expires > now
        && (Stands(status.Command) || (status.Command.Kind == CommandKind.LimitSpeed && IsNewest(status.Command)));

    /// <summary>Whether a stop or a release says what holds now.</summary>
    private bool Stands(DeviceCommand command) => command.Kind switch
    {
        CommandKind.Stop => Holds.Any(stop => StopCommandId(stop) == command.Id),
        CommandKind.Release => Holds.Count == 0 && IsNewest(command),
        _ => false,
    };

    private bool IsNewest(DeviceCommand command) =>
        ReferenceEquals(Statuses.First(status => status.Command.Kind == command.Kind).Command, command);

    private CommandBook Issue(
        string id, CommandKind kind, DateTimeOffset now, DateTimeOffset expires, double? maxSpeed = null, string? reason = null)
    {
        var epoch = NextEpoch(now);
        var command = new DeviceCommand(id, kind, epoch, expires, maxSpeed, reason);
        var others = Statuses.Where(status => status.Command.Id != id);
        return (this with { Epoch = epoch, Statuses = [new CommandStatus(command, now), .. others] }).Trim(now);
    }

    private CommandBook Trim(DateTimeOffset now) =>
        Statuses.Count <= Kept
            ? this
            : this with { Statuses = [.. Statuses.Where((status, index) => index < Kept || IsDue(status, now) || Stands(status.Command))] };

    /// <summary>Never below the time of day, so that a device is not deaf to a site that has lost its store.</summary>
    private long NextEpoch(DateTimeOffset now) => Math.Max(Epoch + 1, now.ToUnixTimeMilliseconds());

    private string NextId(string kind, DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{NextEpoch(now)}");

    private static string StopCommandId(Stop stop) => $"stop-{stop.Id}";
}
