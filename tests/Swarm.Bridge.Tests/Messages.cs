using Swarm.Domain;

namespace Swarm.Bridge.Tests;

/// <summary>Messages for tests, numbered so that their order shows.</summary>
internal static class Messages
{
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static ConnectionReport Birth(string birth = "b1") => new(ConnectionState.Online, birth, Now);

    public static CommandAck Ack(long number) => new($"c{number}", number, AckResult.Accepted, Now);

    public static DetectionFrame Frame(long number) =>
        new(Now, "lidar", new Pose(1, 2, 0), PoseCovariance.Diagonal(0.1, 0.01), [], Sequence: number);

    public static long NumberOf(UplinkMessage message) => message switch
    {
        CommandAck ack => ack.Epoch,
        DetectionFrame frame => frame.Sequence!.Value,
        _ => throw new ArgumentException($"{message.GetType().Name} has no number"),
    };
}
