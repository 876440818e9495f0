using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>How large a device is taken to be until its factsheet says so, in metres: on the large side, as a hazard missed costs more than one too many.</summary>
internal static class Footprint
{
    public static Size Of(Factsheet? factsheet) =>
        factsheet is { Size: { Length: > 0, Width: > 0 } size } ? size : Of(factsheet?.Kind ?? DeviceKind.Other);

    private static Size Of(DeviceKind kind) => kind switch
    {
        DeviceKind.Wagon => new Size(1.2, 0.8, 1.4),
        DeviceKind.Drone => new Size(1.0, 1.0, 0.5),
        DeviceKind.Mower => new Size(0.9, 0.7, 0.5),
        DeviceKind.Camera => new Size(0.3, 0.3, 0.3),
        _ => new Size(1.0, 1.0, 1.0),
    };
}
