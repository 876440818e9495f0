namespace Swarm.Vision;

/// <summary>A TensorFlow.js graph model (<c>model.json</c> of format <c>graph-model</c>, with its weights).</summary>
internal sealed class GraphModel(IReadOnlyDictionary<string, GraphNode> nodes, IReadOnlyDictionary<string, Weight> weights)
{
    public GraphNode Node(string name) => nodes.GetValueOrDefault(name) ?? throw new ConversionException($"the graph has no node {name}");

    public Weight Weight(string name) =>
        weights.GetValueOrDefault(name) ?? throw new ConversionException($"constant {name} has no entry in the manifest of weights");

    /// <summary>How often each operation occurs, commonest first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Operations =>
        [.. nodes.Values.CountBy(node => node.Operation).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)];

    /// <summary>The nodes that <paramref name="outputs"/> need, each after what it takes.</summary>
    /// <exception cref="ConversionException">A node is missing, or needs itself.</exception>
    public IReadOnlyList<GraphNode> Needed(IEnumerable<string> outputs)
    {
        var order = new List<GraphNode>();
        var done = new Dictionary<string, bool>(StringComparer.Ordinal);
        var open = new Stack<GraphNode>(outputs.Reverse().Select(Node));
        while (open.TryPeek(out var node))
        {
            if (!done.TryGetValue(node.Name, out var finished))
            {
                done[node.Name] = false;
                foreach (var input in node.Inputs.Where(input => !done.GetValueOrDefault(input)))
                {
                    if (done.ContainsKey(input))
                        throw new ConversionException($"node {input} needs itself");
                    open.Push(Node(input));
                }

                continue;
            }

            open.Pop();
            if (finished)
                continue;
            done[node.Name] = true;
            order.Add(node);
        }

        return order;
    }
}
