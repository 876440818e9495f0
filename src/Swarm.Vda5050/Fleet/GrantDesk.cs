namespace Swarm.Vda5050;

/// <summary>Answers requests, and knows what is held by them (3.0: 6.4.3, 6.9).</summary>
internal static class GrantDesk
{
    public static void Answer(FleetTurn turn, FleetInput.Answer answer)
    {
        if (turn.RefuseIfUnreachable())
            return;

        var grant = turn.Control.Grants.Find(item => item.RequestId == answer.RequestId);
        var shown = Shown(turn.State!).Find(item => item.RequestId == answer.RequestId);
        if (grant is null && shown is null)
        {
            turn.Refuse(FleetRefusal.NoRequest, $"The vehicle has no request '{answer.RequestId}'.");
            return;
        }

        if (answer.LeaseExpiry is not null && answer.Grant != GrantType.Granted)
        {
            turn.Refuse(FleetRefusal.Invalid, "Only a grant has an end.", [new Violation("$.responses[0].leaseExpiry", Rule.Lease, "is given to an answer that is no grant")]);
            return;
        }

        // What is not held cannot be revoked, what is held cannot be taken back otherwise, and what is being revoked is not granted anew.
        var held = grant is { IsHeld: true };
        var fits = answer.Grant switch
        {
            GrantType.Revoked => held,
            GrantType.Granted => grant?.Phase is not (GrantPhase.Revoking or GrantPhase.Untracked or GrantPhase.Rejecting)
                && (held || shown?.Status is RequestStatus.Requested or RequestStatus.Queued),
            _ => !held && shown?.Status is RequestStatus.Requested or RequestStatus.Queued,
        };
        if (!fits)
        {
            turn.Refuse(FleetRefusal.NoRequest, $"Request '{answer.RequestId}' is {grant?.Phase.ToString() ?? shown!.Status.ToString()} and cannot be {answer.Grant}.");
            return;
        }

        var basis = grant ?? new Grant(shown!.RequestId, shown.Type, shown.PlaceId, shown.ZoneSetId, GrantPhase.Queued, turn.Now);
        var next = basis with { Phase = PhaseOf(answer.Grant), LeaseExpiry = answer.LeaseExpiry, NextSendAt = turn.Now, Copies = 0 };
        turn.Control = turn.Control with { Grants = grant is null ? turn.Control.Grants.Add(next) : turn.Control.Grants.Replace(grant, next) };
    }

    public static void Release(FleetTurn turn, string requestId)
    {
        if (turn.Control.Grants.Find(item => item.RequestId == requestId) is { Phase: GrantPhase.Untracked } grant)
            End(turn, grant);
        else
            turn.Refuse(FleetRefusal.NoRequest, $"There is no grant '{requestId}' that waits for a person.");
    }

    public static void Read(FleetTurn turn, StateMessage? before)
    {
        var shown = Shown(turn.State!);
        foreach (var grant in turn.Control.Grants)
            Read(turn, grant, shown.Find(item => item.RequestId == grant.RequestId)?.Status);

        var known = before is null ? [] : Shown(before);
        foreach (var request in shown.Where(request => request.Status is RequestStatus.Requested or RequestStatus.Queued
            && !known.Exists(other => other.RequestId == request.RequestId) && !turn.Control.Grants.Exists(grant => grant.RequestId == request.RequestId)))
            turn.Do(new FleetEffect.Requested(request.RequestId, request.Type, request.PlaceId, request.ZoneSetId));
    }

    public static void SendDue(FleetTurn turn)
    {
        if (!turn.IsReachable)
            return;

        var due = turn.Control.Grants.FindAll(grant => grant.NextSendAt <= turn.Now && IsAwaited(grant));
        if (due.IsEmpty)
            return;

        var shown = Shown(turn.State!);
        var message = new ResponsesMessage
        {
            Responses = [.. due.Select(grant => new Response
            {
                RequestId = grant.RequestId,
                GrantType = TypeOf(grant.Phase, shown.Find(item => item.RequestId == grant.RequestId)?.Status),
                LeaseExpiry = grant.Phase == GrantPhase.Granting ? grant.LeaseExpiry : null,
            })],
        };
        turn.Do(new FleetEffect.Publish(turn.Header(message, turn.Control.NextResponsesId)));
        turn.Control = turn.Control with
        {
            NextResponsesId = turn.Control.NextResponsesId + 1,
            Grants = turn.Control.Grants.ConvertAll(grant => due.Contains(grant)
                ? grant with { Copies = grant.Copies + 1, NextSendAt = turn.Next(grant.Copies + 1) }
                : grant),
        };
    }

    private static void Read(FleetTurn turn, Grant grant, RequestStatus? status)
    {
        switch (status)
        {
            case null when grant.IsHeld && !turn.State!.OperatingMode.IsControlled:
                if (grant.Phase != GrantPhase.Untracked)
                    Replace(turn, grant, grant with { Phase = GrantPhase.Untracked });
                break;
            case null when grant.Phase == GrantPhase.Untracked:
                break;
            case RequestStatus.Expired when grant.Phase == GrantPhase.Granting:
                // The vehicle may not have seen yet that its lease goes on.
                break;
            case null or RequestStatus.Revoked or RequestStatus.Expired:
                End(turn, grant);
                break;
            case RequestStatus.Granted when grant.Phase == GrantPhase.Granting:
                Replace(turn, grant, grant with { Phase = GrantPhase.Granted });
                break;
        }
    }

    private static void End(FleetTurn turn, Grant grant)
    {
        turn.Control = turn.Control with { Grants = turn.Control.Grants.Remove(grant) };
        if (grant.IsHeld)
            turn.Do(new FleetEffect.GrantEnded(grant));
    }

    private static void Replace(FleetTurn turn, Grant grant, Grant next) =>
        turn.Control = turn.Control with { Grants = turn.Control.Grants.Replace(grant, next) };

    /// <summary>QUEUED is sent once: the vehicle need not show it.</summary>
    private static bool IsAwaited(Grant grant) =>
        grant.Phase is GrantPhase.Granting or GrantPhase.Revoking or GrantPhase.Rejecting || grant is { Phase: GrantPhase.Queued, Copies: 0 };

    /// <summary>A vehicle that never had the grant does not understand its revocation: its request is rejected.</summary>
    private static GrantType TypeOf(GrantPhase phase, RequestStatus? shown) => phase switch
    {
        GrantPhase.Granting => GrantType.Granted,
        GrantPhase.Revoking => shown is RequestStatus.Requested or RequestStatus.Queued ? GrantType.Rejected : GrantType.Revoked,
        GrantPhase.Rejecting => GrantType.Rejected,
        _ => GrantType.Queued,
    };

    private static GrantPhase PhaseOf(GrantType grant) => grant switch
    {
        GrantType.Granted => GrantPhase.Granting,
        GrantType.Revoked => GrantPhase.Revoking,
        GrantType.Rejected => GrantPhase.Rejecting,
        _ => GrantPhase.Queued,
    };

    private static List<ShownRequest> Shown(StateMessage state) =>
    [
        .. (state.ZoneRequests ?? []).Select(request =>
            new ShownRequest(request.RequestId, request.RequestType, request.ZoneId, request.ZoneSetId, request.RequestStatus)),
        .. (state.EdgeRequests ?? []).Select(request =>
            new ShownRequest(request.RequestId, request.RequestType, request.EdgeId, null, request.RequestStatus)),
    ];

    private sealed record ShownRequest(string RequestId, RequestType Type, string PlaceId, string? ZoneSetId, RequestStatus Status);
}
