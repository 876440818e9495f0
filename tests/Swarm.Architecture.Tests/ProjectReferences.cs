namespace Swarm.Architecture.Tests;

internal sealed record ProjectReferences(IReadOnlyList<string> Projects, IReadOnlyList<string> Packages);
