namespace Swarm.Vda5050.Tests;

/// <summary>What both sides must agree on when the network has been good for a while.</summary>
internal static class Agreement
{
    public static void Check(World world)
    {
        var (control, vehicle) = (world.Fleet.Control, world.Vehicle);
        Assert.True(vehicle.IsIdle, $"The vehicle is busy.\n{world}");
        Assert.Empty(control.Actions);
        Assert.Empty(control.ZoneSets);
        Assert.DoesNotContain(control.Grants, grant => grant.IsHeld && grant.Phase != GrantPhase.Untracked);
        if (control.Order is not { } order)
        {
            Assert.Null(vehicle.Order);
            return;
        }

        Assert.True(order.Phase.IsEnd, $"The order is not over.\n{world}");
        if (order.Phase == OrderPhase.Finished)
        {
            Assert.Equal((order.OrderId, order.Sent.OrderUpdateId), (vehicle.Order!.OrderId, vehicle.Order.OrderUpdateId));
            Assert.Equal(order.Sent.Nodes[^1].SequenceId, vehicle.LastNodeSequenceId);
            Assert.Equal(
                vehicle.Actions.Where(action => action.Status == ActionStatus.Failed).Select(action => action.Id).Order(StringComparer.Ordinal),
                world.LastEnded!.FailedActions.Order(StringComparer.Ordinal));
            Assert.Empty(order.OpenNodes);
        }
        else if (order.Phase is OrderPhase.Cancelled or OrderPhase.BrokenOff && vehicle.Order?.OrderId == order.OrderId)
        {
            // An update that never arrived is over with the order that the vehicle had come to the end of; and of an action that failed
            // before a person took over it cannot be told from here that it did not fail because of that.
            var toTheEnd = vehicle.Order.OrderUpdateId < order.Sent.OrderUpdateId
                || (vehicle.LastNodeSequenceId == order.Sent.Nodes[^1].SequenceId && vehicle.Actions.Exists(action => action.Status == ActionStatus.Failed));
            Assert.True(vehicle.OrderCancelled || toTheEnd, $"Not cancelled on the vehicle.\n{world}");
        }
    }
}
