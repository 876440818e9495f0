using Swarm.Messaging;

namespace Swarm.Benchmarks.Ingest;

/// <summary>What messages are published to.</summary>
internal interface ISubject : IAsyncDisposable
{
    BrokerAddress Address { get; }

    long Handled { get; }

    long Dropped { get; }

    /// <summary>Null where times are not taken.</summary>
    Stopwatches? Watches { get; }
}
