namespace Swarm.Vda5050;

/// <summary>What is to be done after an input, in this order.</summary>
public abstract record VehicleEffect
{
    /// <summary>To be sent on the message's topic; connection and factsheet are retained, connection has QoS 1, all others 0.</summary>
    public sealed record Publish(VdaMessage Message) : VehicleEffect;

    /// <summary>Where to drive has changed; null: stop and stand.</summary>
    public sealed record Drive(DriveGoal? Goal) : VehicleEffect;

    /// <summary>Begin an action, or try it again, and tell how it goes by <see cref="VehicleInput.ActionChanged"/>.</summary>
    public sealed record Start(VehicleAction Action) : VehicleEffect;

    public sealed record Pause(VehicleAction Action) : VehicleEffect;

    public sealed record Resume(VehicleAction Action) : VehicleEffect;

    /// <summary>Stop an action: the order is cancelled, or its edge is left. Nothing need be told of it any more.</summary>
    public sealed record Stop(VehicleAction Action) : VehicleEffect;

    public sealed record OrderTaken(OrderMessage Order) : VehicleEffect;

    public sealed record OrderRejected(OrderMessage Order, OrderRejection Reason, string Problem) : VehicleEffect;

    /// <summary>A request was answered.</summary>
    public sealed record Answered(TrackedRequest Request, GrantType Answer) : VehicleEffect;

    /// <summary>The leave for a place that the vehicle is in has ended.</summary>
    public sealed record ReleaseLost(TrackedRequest Request, ReleaseLoss Behavior) : VehicleEffect;
}
