namespace Swarm.Vda5050;

/// <summary>Requests to fleet control and what becomes of them (3.0: 6.4.3, 6.6.10, 6.9).</summary>
internal static class RequestBook
{
    public static void Ask(VehicleTurn turn, VehicleInput.ZoneWanted wanted)
    {
        var type = ZoneStore.EnabledZone(turn.State, wanted.ZoneSetId, wanted.ZoneId)?.ZoneType;
        if (type is null || (wanted.Type == RequestType.Access) != (type == ZoneType.Release) || (wanted.Type == RequestType.Replanning) != (type == ZoneType.CoordinatedReplanning))
            throw new InvalidOperationException($"Zone '{wanted.ZoneId}' of the enabled zone set '{wanted.ZoneSetId}' is {type?.ToString() ?? "not there"}: {wanted.Type} cannot be asked for.");

        Add(turn, new TrackedRequest(wanted.RequestId, wanted.Type, wanted.ZoneId, wanted.ZoneSetId, 0, RequestStatus.Requested, wanted.Trajectory));
    }

    public static void Ask(VehicleTurn turn, VehicleInput.CorridorWanted wanted)
    {
        if (turn.State.Edges.Find(edge => edge.SequenceId == wanted.SequenceId) is not { Released: true, Corridor: not null } edge)
            throw new InvalidOperationException($"Edge {wanted.SequenceId} is not in the base, or has no corridor.");

        Add(turn, new TrackedRequest(wanted.RequestId, RequestType.Corridor, edge.EdgeId, null, edge.SequenceId, RequestStatus.Requested));
    }

    public static void Use(VehicleTurn turn, string requestId)
    {
        var request = turn.State.Requests.Find(item => item.RequestId == requestId);
        if (request is not { IsGranted: true })
            throw new InvalidOperationException($"Request '{requestId}' is {request?.Status.ToString() ?? "not there"}, not granted.");

        Replace(turn, request, request with { InUse = true });
    }

    public static void EndOf(VehicleTurn turn, string requestId)
    {
        turn.State = turn.State with { Requests = turn.State.Requests.RemoveAll(request => request.RequestId == requestId) };
        turn.End(error => error.End == ErrorEnd.Request && error.Owner == requestId);
    }

    public static void Receive(VehicleTurn turn, ResponsesMessage message)
    {
        foreach (var response in message.Responses)
        {
            if (turn.State.Requests.Find(item => item.RequestId == response.RequestId) is { } request)
                Receive(turn, request, response);
        }
    }

    /// <summary>Leases end by time.</summary>
    public static void Settle(VehicleTurn turn)
    {
        foreach (var request in turn.State.Requests.Where(request => request is { IsGranted: true, LeaseExpiry: { } end } && end <= turn.Now))
            Lose(turn, request, RequestStatus.Expired);
    }

    private static void Receive(VehicleTurn turn, TrackedRequest request, Response response)
    {
        switch (response.GrantType)
        {
            case GrantType.Granted when request.Status is RequestStatus.Requested or RequestStatus.Queued or RequestStatus.Granted
                && (response.LeaseExpiry is not { } end || end > turn.Now):
                Grant(turn, request, response.LeaseExpiry);
                break;
            case GrantType.Queued when request.Status == RequestStatus.Requested:
                Replace(turn, request, request with { Status = RequestStatus.Queued });
                break;
            case GrantType.Rejected when request.Status is RequestStatus.Requested or RequestStatus.Queued:
                EndOf(turn, request.RequestId);
                break;
            case GrantType.Revoked when request.Status is RequestStatus.Granted:
                Lose(turn, request, RequestStatus.Revoked);
                break;
            default:
                return;
        }

        turn.Do(new VehicleEffect.Answered(request, response.GrantType));
    }

    /// <summary>A new grant takes the place of one that was lost; of several ways through a zone of replanning, one is chosen (6.4.3).</summary>
    private static void Grant(VehicleTurn turn, TrackedRequest request, DateTimeOffset? leaseExpiry)
    {
        var others = turn.State.Requests.FindAll(other => other.RequestId != request.RequestId
            && (other.Type, other.PlaceId, other.ZoneSetId, other.SequenceId) == (request.Type, request.PlaceId, request.ZoneSetId, request.SequenceId)
            && (request.Type == RequestType.Replanning || other.Status is RequestStatus.Revoked or RequestStatus.Expired));
        Replace(turn, request, request with
        {
            Status = RequestStatus.Granted,
            LeaseExpiry = leaseExpiry,
            InUse = request.InUse || others.Exists(other => other.InUse),
        });
        foreach (var other in others)
            EndOf(turn, other.RequestId);
    }

    private static void Lose(VehicleTurn turn, TrackedRequest request, RequestStatus status)
    {
        if (!request.InUse)
        {
            if (status == RequestStatus.Revoked)
                EndOf(turn, request.RequestId);
            else
                Replace(turn, request, request with { Status = status });
            return;
        }

        var lost = request with { Status = status };
        var behavior = BehaviorOf(turn, request);
        Replace(turn, request, lost);
        turn.Raise(
            new VehicleError
            {
                ErrorType = ErrorTypes.ReleaseLost,
                ErrorLevel = behavior == ReleaseLoss.Stop ? ErrorLevel.Critical : ErrorLevel.Warning,
                ErrorReferences = [Reference.To(request.Type == RequestType.Corridor ? "edgeId" : "zoneId", request.PlaceId)],
            },
            ErrorEnd.Request, owner: request.RequestId);
        turn.Do(new VehicleEffect.ReleaseLost(lost, behavior));
    }

    private static ReleaseLoss BehaviorOf(VehicleTurn turn, TrackedRequest request)
    {
        if (request.Type == RequestType.Corridor)
        {
            var corridor = turn.State.Edges.Find(edge => edge.SequenceId == request.SequenceId)?.Corridor;
            return corridor?.ReleaseLossBehavior == CorridorLossBehavior.Return ? ReleaseLoss.Return : ReleaseLoss.Stop;
        }

        return ZoneStore.EnabledZone(turn.State, request.ZoneSetId, request.PlaceId)?.ReleaseLossBehavior switch
        {
            ReleaseLossBehavior.Continue => ReleaseLoss.Continue,
            ReleaseLossBehavior.Evacuate => ReleaseLoss.Evacuate,
            _ => ReleaseLoss.Stop,
        };
    }

    private static void Add(VehicleTurn turn, TrackedRequest request)
    {
        if (turn.Version != ProtocolVersion.V3)
            throw new InvalidOperationException("Requests came with version 3.");
        if (turn.State.Mode == OperatingMode.Intervened)
            throw new InvalidOperationException("Nothing is requested in the mode INTERVENED.");
        if (turn.State.Requests.Exists(other => other.RequestId == request.RequestId))
            throw new InvalidOperationException($"Request '{request.RequestId}' was made already.");

        turn.State = turn.State with { Requests = turn.State.Requests.Add(request) };
    }

    private static void Replace(VehicleTurn turn, TrackedRequest request, TrackedRequest next) =>
        turn.State = turn.State with { Requests = turn.State.Requests.Replace(request, next) };
}
