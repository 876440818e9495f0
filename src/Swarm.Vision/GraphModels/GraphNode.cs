namespace Swarm.Vision;

/// <summary>One operation of a TensorFlow.js graph model.</summary>
/// <param name="Inputs">Names of the nodes whose only output it takes, in order; what merely orders the execution is left out.</param>
internal sealed record GraphNode(string Name, string Operation, IReadOnlyList<string> Inputs, NodeAttributes Attributes);
