using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Swarm.Bridge.Tests;

/// <summary>Runs a test once against each broker.</summary>
internal sealed class EachBrokerAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. Enum.GetValues<BrokerKind>().Select(kind => new TheoryDataRow<BrokerKind>(kind))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
