using System.Collections.Immutable;

namespace Swarm.Vda5050;

/// <summary>An order at a vehicle, as fleet control knows it.</summary>
/// <param name="Sent">The order or update that was given last.</param>
/// <param name="Phase">How it stands.</param>
/// <param name="Echoed">Whether a state has shown <paramref name="Sent"/>.</param>
/// <param name="NextSendAt">When the next copy is due.</param>
public sealed record ControlOrder(OrderMessage Sent, OrderPhase Phase, bool Echoed, DateTimeOffset NextSendAt)
{
    public string OrderId => Sent.OrderId;

    /// <summary>Copies sent of <see cref="Sent"/>.</summary>
    public int Copies { get; init; }

    /// <summary>What the vehicle had before an update that is not echoed; it stays so if the update is rejected.</summary>
    public OrderMessage? Before { get; init; }

    /// <summary>An update that was rejected. A late copy of it may still be taken.</summary>
    public OrderMessage? RejectedUpdate { get; init; }

    /// <summary>The highest update id that was used.</summary>
    public uint LastUpdateId { get; init; }

    /// <summary>Released and not yet reported as passed: what the vehicle may still drive, seen or unseen.</summary>
    public ImmutableList<Node> OpenNodes { get => field ?? []; init; } = [];

    public ImmutableList<Edge> OpenEdges { get => field ?? []; init; } = [];

    /// <summary>Actions that were ever in its base: none is asked for twice.</summary>
    public ImmutableList<string> ActionIds { get => field ?? []; init; } = [];

    /// <summary>The cancelOrder that is under way.</summary>
    public string? CancelActionId { get; init; }

    public int CancelAttempts { get; init; }

    /// <summary>Whether an answer is awaited.</summary>
    public bool IsPending => !Echoed && Phase is OrderPhase.Sent or OrderPhase.Active;
}
