using Swarm.Domain;

namespace Swarm.Grains.Edge;

/// <summary>What others are shown of a device's record.</summary>
internal static class DeviceViews
{
    public static DeviceTwin TwinOf(
        this DeviceRecord record,
        DeviceId device,
        IReadOnlyList<Hazard> hazards,
        RejectionLog rejections,
        DeviceAlignment? alignment,
        ReflexReport? reflex,
        InferenceReport? inference,
        IReadOnlyDictionary<string, ModelReport>? models) => new(
        device,
        record.Connection.Presence,
        record.Connection.Since,
        record.Connection.LastSeen,
        record.Factsheet,
        record.State,
        record.Desired,
        record.Commands.Holds,
        [.. record.Commands.Statuses.Take(CommandBook.Kept)],
        hazards,
        rejections.Newest,
        rejections.Count,
        alignment,
        reflex,
        inference,
        models);

    public static DeviceSummary SummaryOf(
        this DeviceRecord record, DeviceId device, long rejected, IReadOnlyDictionary<string, ModelReport>? models) => new(
        device,
        record.Factsheet?.Kind ?? DeviceKind.Other,
        record.Connection.Presence,
        record.Connection.LastSeen,
        record.State?.Pose,
        record.State?.Covariance,
        record.State?.Velocity,
        record.State?.Battery,
        record.State?.Mode,
        record.Factsheet?.Size,
        record.Factsheet?.Sensors ?? [],
        record.Commands.Holds.Count,
        rejected,
        models);

    /// <summary>Where the device is, as the cells want it.</summary>
    /// <param name="state">The newest of it.</param>
    public static DeviceMotion MotionOf(this DeviceRecord record, DeviceId device, DeviceState state) => new(
        device,
        record.Factsheet?.Kind ?? DeviceKind.Other,
        state.Time,
        state.Pose,
        state.Covariance,
        state.Velocity,
        state.YawRate ?? 0,
        Footprint.Of(record.Factsheet),
        record.Factsheet?.Sensors ?? []);
}
