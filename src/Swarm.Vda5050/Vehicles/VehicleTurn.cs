using System.Collections.Immutable;

namespace Swarm.Vda5050;

/// <summary>One step of the machine while it is made.</summary>
internal sealed class VehicleTurn(VehicleState state, VehicleSettings settings, DateTimeOffset now)
{
    private readonly List<VehicleEffect> _effects = [];

    public VehicleState State { get; set; } = state;

    public VehicleSettings Settings => settings;

    public ProtocolVersion Version => settings.Version;

    public DateTimeOffset Now => now;

    public IReadOnlyList<VehicleEffect> Effects => _effects;

    public void Do(VehicleEffect effect) => _effects.Add(effect);

    public void Publish(VdaMessage message, uint headerId) => Do(new VehicleEffect.Publish(Header(message, headerId)));

    public VdaMessage Header(VdaMessage message, uint headerId) => message with
    {
        HeaderId = headerId,
        Timestamp = now,
        Version = settings.VersionText,
        Manufacturer = settings.Manufacturer,
        SerialNumber = settings.SerialNumber,
    };

    public TrackedAction? Find(string actionId) =>
        State.Actions.Find(action => action.Id == actionId) ?? State.InstantActions.Find(action => action.Id == actionId);

    /// <summary>Sets how an action stands. One that is over leaves the queue.</summary>
    public void Set(TrackedAction action, ActionStatus status, string? result = null)
    {
        var next = action with { Status = status, Result = result ?? action.Result };
        State = action.Scope == ActionScope.Instant
            ? State with { InstantActions = State.InstantActions.Replace(action, next) }
            : State with
            {
                Actions = State.Actions.Replace(action, next),
                Queue = status.IsEnd ? State.Queue.Remove(action.Id) : State.Queue,
            };
    }

    /// <summary>Takes instant actions that are over from the list, but keeps them in mind.</summary>
    public void ForgetInstantActions()
    {
        var over = State.InstantActions.FindAll(action => action.Status.IsEnd);
        State = State with
        {
            InstantActions = State.InstantActions.RemoveAll(action => action.Status.IsEnd),
            PastInstantActions = [.. State.PastInstantActions.AddRange(over).TakeLast(256)],
        };
    }

    /// <summary>Adds an error, in the place of one of the same type about the same.</summary>
    public void Raise(VehicleError error, ErrorEnd end, DateTimeOffset? until = null, string? owner = null)
    {
        var tracked = new TrackedError(error, end, until, owner);
        var same = State.Errors.FindIndex(other => other.Error.ErrorType == error.ErrorType && other.Owner == owner
            && (other.Error.ErrorReferences ?? []).SequenceEqual(error.ErrorReferences ?? []));
        if (same < 0)
            State = State with { Errors = Bounded(State.Errors).Add(tracked) };
        else if (State.Errors[same].Error.ErrorLevel != error.ErrorLevel || State.Errors[same].Until != until)
            State = State with { Errors = State.Errors.SetItem(same, tracked) };
    }

    public void End(Predicate<TrackedError> which)
    {
        if (State.Errors.Exists(which))
            State = State with { Errors = State.Errors.RemoveAll(which) };
    }

    /// <summary>What cancelling and other modes do to the actions of the order (3.0: 6.6.7).</summary>
    public void StopActions()
    {
        foreach (var action in State.Actions.Where(action => !action.Status.IsEnd))
        {
            if (action.Status is ActionStatus.Waiting or ActionStatus.Retriable)
            {
                Set(action, ActionStatus.Failed);
            }
            else if (settings.Factsheet.ProtocolFeatures.Action(action.Action.ActionType)?.CancelAllowed == true)
            {
                Set(action, ActionStatus.Failed);
                Do(new VehicleEffect.Stop(action.Action));
            }
        }
    }

    /// <summary>Nothing of the order is left but its id and what became of its actions.</summary>
    public void ClearOrder()
    {
        State = State with { Nodes = [], Edges = [], DecisionNode = null };
        ClearRequests();
        if (State.CancelActionId is { } cancel && Find(cancel) is { } action)
            Set(action, ActionStatus.Finished);
        State = State with { CancelActionId = null };
    }

    public void ClearRequests()
    {
        if (!State.Requests.IsEmpty)
            State = State with { Requests = [] };
        End(error => error.End == ErrorEnd.Request);
    }

    /// <summary>Who is refused over and over fills no memory.</summary>
    private static ImmutableList<TrackedError> Bounded(ImmutableList<TrackedError> errors)
    {
        const int Most = 50;
        if (errors.Count < Most)
            return errors;

        var oldest = errors.FindIndex(error => error.End != ErrorEnd.Caller);
        return oldest < 0 ? errors : errors.RemoveAt(oldest);
    }
}
