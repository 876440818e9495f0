namespace Swarm.Vda5050;

/// <summary>An instant action on its way.</summary>
/// <param name="Status">As the vehicle shows it; null until it does.</param>
public sealed record PendingAction(VehicleAction Action, DateTimeOffset NextSendAt, int Copies = 0, ActionStatus? Status = null);
