namespace Swarm.Evaluation.Tests;

/// <summary>A camera of focal length 700 in the middle of an image of 1,200 × 400, in the place of the unit that knows the pose.</summary>
internal static class TestCamera
{
    private const string Calibration =
        """
        P2: 700 0 600 0 0 700 200 0 0 0 1 0
        R0_rect: 1 0 0 0 1 0 0 0 1
        Tr_velo_to_cam: 0 -1 0 0 0 0 -1 0 1 0 0 0
        Tr_imu_to_velo: 1 0 0 0 0 1 0 0 0 0 1 0
        """;

    /// <param name="yaw">From east, counter-clockwise.</param>
    /// <param name="pitch">Down, radians.</param>
    public static CameraView At(double east, double north, double yaw, double pitch = 0, double roll = 0) => new(
        KittiCalibration.Read(new StringReader(Calibration), "calibration"),
        RigidTransform.FromEuler(roll, pitch, yaw, new(east, north, 0)),
        new ImageBox(0, 0, 1200, 400));
}
