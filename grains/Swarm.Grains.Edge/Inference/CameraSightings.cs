using Swarm.Domain;
using Swarm.Vision;

namespace Swarm.Grains.Edge;

/// <summary>What was seen in a picture, as a frame of detections.</summary>
internal static class CameraSightings
{
    /// <param name="sensor">The camera in the factsheet; null where it is not there: then all are bearings from the body's forward axis.</param>
    public static DetectionFrame ToDetections(this CameraFrame frame, Sensor? sensor, InferenceAnswer found, TimeSpan latency)
    {
        var optics = sensor?.Camera ?? new CameraOptics(1000, 1000, 1000, 0);
        var mount = sensor is { Camera: { } camera, Mount: { Z: > 0 } at } ? new CameraMount(at.Z, camera.Pitch, at.Yaw, at.X, at.Y) : null;
        var sight = new Camera(new CameraLens(optics.FocalLength, optics.Width / 2.0, optics.Height / 2.0), mount)
            .See(found.Objects, optics.Width, optics.Height);
        return new DetectionFrame(
            frame.Time,
            frame.Sensor,
            frame.Ego,
            frame.EgoCovariance,
            sight.Objects,
            Sequence: frame.Sequence,
            Bearings: sight.Bearings,
            Inference: new InferenceReport(found.Tier, found.Model ?? "", latency.TotalSeconds, found.Detail));
    }
}
