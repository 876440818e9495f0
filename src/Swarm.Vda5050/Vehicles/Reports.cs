namespace Swarm.Vda5050;

/// <summary>The messages that a vehicle sends (3.0: 6.5 to 6.8, 6.10; 2.1: 6.10, 6.13 to 6.15).</summary>
internal static class Reports
{
    public static void PublishConnection(VehicleTurn turn, ConnectionState connection)
    {
        turn.Publish(new ConnectionMessage { ConnectionState = connection }, turn.State.NextConnectionId);
        turn.State = turn.State with { NextConnectionId = turn.State.NextConnectionId + 1 };
    }

    public static void PublishFactsheet(VehicleTurn turn)
    {
        turn.Publish(turn.Settings.Factsheet, turn.State.NextFactsheetId);
        turn.State = turn.State with { NextFactsheetId = turn.State.NextFactsheetId + 1 };
    }

    /// <summary>When something has happened and the shortest interval is over, or the longest is.</summary>
    public static void PublishState(VehicleTurn turn)
    {
        var shortest = TimeSpan.FromSeconds(turn.Settings.Factsheet.ProtocolLimits.Timing.MinimumStateInterval);
        var since = turn.State.StateSentAt is { } sent ? turn.Now - sent : TimeSpan.MaxValue;
        if (!(turn.State.StateDue && since >= shortest) && since < turn.Settings.StateInterval)
            return;

        turn.Publish(State(turn.State, turn.Settings), turn.State.NextStateId);
        turn.State = turn.State with { NextStateId = turn.State.NextStateId + 1, StateDue = false, StateSentAt = turn.Now };
    }

    public static void PublishVisualization(VehicleTurn turn)
    {
        if (turn.Settings.VisualizationInterval is not { } interval || turn.State.Position is null
            || (turn.State.VisualizationSentAt is { } sent && turn.Now - sent < interval))
            return;

        turn.Publish(
            new VisualizationMessage
            {
                ReferenceStateHeaderId = turn.State.NextStateId == 0 ? 0 : turn.State.NextStateId - 1,
                MobileRobotPosition = turn.State.Position,
                Velocity = turn.State.Velocity,
            },
            turn.State.NextVisualizationId);
        turn.State = turn.State with { NextVisualizationId = turn.State.NextVisualizationId + 1, VisualizationSentAt = turn.Now };
    }

    /// <summary>Whether something is different that a state is sent for (3.0: 6.6).</summary>
    public static bool Differ(VehicleState one, VehicleState other) =>
        (one.Order, one.LastNodeId, one.LastNodeSequenceId, one.Nodes, one.Edges, one.Actions, one.InstantActions)
            != (other.Order, other.LastNodeId, other.LastNodeSequenceId, other.Nodes, other.Edges, other.Actions, other.InstantActions)
        || (one.Errors, one.Requests, one.ZoneSets, one.Maps, one.Loads, one.Safety) != (other.Errors, other.Requests, other.ZoneSets, other.Maps, other.Loads, other.Safety)
        || (one.Mode, one.Paused, one.Driving, one.Power.Charging) != (other.Mode, other.Paused, other.Driving, other.Power.Charging);

    public static StateMessage State(VehicleState state, VehicleSettings settings)
    {
        var v3 = settings.Version == ProtocolVersion.V3;
        return new StateMessage
        {
            Maps = state.Maps.IsEmpty ? null : state.Maps,
            ZoneSets = v3 && !state.ZoneSets.IsEmpty
                ? [.. state.ZoneSets.Select(set => new ZoneSetState { ZoneSetId = set.ZoneSet.ZoneSetId, MapId = set.ZoneSet.MapId, ZoneSetStatus = set.Status })]
                : null,
            OrderId = state.Order?.OrderId ?? "",
            OrderUpdateId = state.Order?.OrderUpdateId ?? 0,
            ZoneSetId = v3 ? null : state.Order?.ZoneSetId,
            LastNodeId = state.LastNodeId,
            LastNodeSequenceId = state.LastNodeSequenceId,
            NodeStates = [.. state.Nodes.Select(StateOf)],
            EdgeStates = [.. state.Edges.Select(StateOf)],
            MobileRobotPosition = state.Position,
            Velocity = state.Velocity,
            Loads = state.Loads,
            Driving = state.Driving,
            Paused = state.Paused,
            NewBaseRequest = !state.OrderCancelled && state.Nodes.Exists(node => !node.Released)
                && state.Nodes.Count(node => node.Released) <= settings.BaseRunsShortAt,
            ZoneRequests = v3 ? [.. state.Requests.Where(request => request.Type != RequestType.Corridor).Select(ZoneRequestOf)] : null,
            EdgeRequests = v3 ? [.. state.Requests.Where(request => request.Type == RequestType.Corridor).Select(EdgeRequestOf)] : null,
            ActionStates = [.. state.Actions.Select(action => action.ToState())],
            InstantActionStates = [.. state.InstantActions.Select(action => action.ToState())],
            ZoneActionStates = v3 ? [] : null,
            PowerSupply = state.Power,
            OperatingMode = state.Mode,
            Errors = [.. state.Errors.Select(error => error.Error)],
            Information = [],
            SafetyState = state.Safety,
        };
    }

    private static NodeState StateOf(Node node) => new()
    {
        NodeId = node.NodeId,
        SequenceId = node.SequenceId,
        NodeDescriptor = node.NodeDescriptor,
        Released = node.Released,
        NodePosition = node.NodePosition is { } position ? position with { AllowedDeviationXY = null, AllowedDeviationTheta = null } : null,
    };

    private static EdgeState StateOf(Edge edge) => new()
    {
        EdgeId = edge.EdgeId,
        SequenceId = edge.SequenceId,
        EdgeDescriptor = edge.EdgeDescriptor,
        Released = edge.Released,
        Trajectory = edge.Trajectory,
    };

    private static ZoneRequest ZoneRequestOf(TrackedRequest request) => new()
    {
        RequestId = request.RequestId,
        RequestType = request.Type,
        ZoneId = request.PlaceId,
        ZoneSetId = request.ZoneSetId!,
        RequestStatus = request.Status,
        Trajectory = request.Trajectory,
    };

    private static EdgeRequest EdgeRequestOf(TrackedRequest request) => new()
    {
        RequestId = request.RequestId,
        RequestType = request.Type,
        EdgeId = request.PlaceId,
        SequenceId = request.SequenceId,
        RequestStatus = request.Status,
    };
}
