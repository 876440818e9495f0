namespace Swarm.Vda5050;

/// <summary>What fleet control knows of a vehicle: what is stored, and what is seen.</summary>
public sealed record FleetSnapshot(ControlState Control, VehicleView View)
{
    /// <summary>The beginning, also after a restart.</summary>
    public static FleetSnapshot Of(ControlState control) => new(control, new VehicleView());
}
