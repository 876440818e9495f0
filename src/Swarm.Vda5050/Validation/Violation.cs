namespace Swarm.Vda5050;

/// <summary>A rule that a message breaks.</summary>
/// <param name="Path">Where, as a JSON path in the names of the message's version: <c>$.nodes[2].sequenceId</c>.</param>
/// <param name="Rule">Which rule.</param>
/// <param name="Problem">What stands there and what should.</param>
public sealed record Violation(string Path, Rule Rule, string Problem)
{
    public override string ToString() => $"{Path}: {Problem} ({Rule})";
}
