namespace Swarm.Grains;

/// <summary>
/// By how much a device's picture is off the one that all share, as found from the objects that others see as well: what it reports less what is
/// so, each with its standard deviation. Where nobody else sees what it sees, the errors are 0 and the deviations those it gives itself.
/// </summary>
/// <param name="Time">Of the estimate, site time.</param>
/// <param name="X">Of its pose, metres east.</param>
/// <param name="Y">Of its pose, metres north.</param>
/// <param name="Yaw">Of its pose or of the mounting of its sensor, radians.</param>
/// <param name="Clock">Of its clock, seconds: above 0 where it is ahead.</param>
/// <param name="Suspect">
/// One of the errors is larger than three of its own deviations and than three of those that the device gives itself (for the clock: that the
/// site assumes). Told by a cell: at this moment; shown by the twin: for some seconds.
/// </param>
[GenerateSerializer, Immutable, Alias("swarm.DeviceAlignment")]
public sealed record DeviceAlignment(
    [property: Id(0)] DateTimeOffset Time,
    [property: Id(1)] double X,
    [property: Id(2)] double XDeviation,
    [property: Id(3)] double Y,
    [property: Id(4)] double YDeviation,
    [property: Id(5)] double Yaw,
    [property: Id(6)] double YawDeviation,
    [property: Id(7)] double Clock,
    [property: Id(8)] double ClockDeviation,
    [property: Id(9)] bool Suspect);
