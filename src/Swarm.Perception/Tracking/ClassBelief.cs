using System.Runtime.CompilerServices;
using Swarm.Domain;

namespace Swarm.Perception;

/// <summary>
/// Probabilities of the five known classes, updated by Bayes' rule. A detector is taken to name the right class with probability 0.8 and
/// each of the others alike; one that says <see cref="ObjectClass.Unknown"/> tells nothing.
/// </summary>
[InlineArray(Classes)]
internal struct ClassBelief
{
    private const int Classes = 5;
    private const double Right = 0.8;
    private const double Wrong = (1 - Right) / (Classes - 1);

    /// <summary>So little belief is kept in every class that a later view can still change it.</summary>
    private const double Least = 0.005;

    private double _first;

    public static ClassBelief Of(ObjectClass seen)
    {
        var belief = default(ClassBelief);
        belief[..].Fill(1d / Classes);
        belief.Update(seen);
        return belief;
    }

    /// <summary>The likeliest class, unknown where none has half of the belief.</summary>
    public readonly ObjectClass Best
    {
        get
        {
            for (var i = 0; i < Classes; i++)
            {
                if (this[i] > 0.5)
                    return (ObjectClass)(i + 1);
            }

            return ObjectClass.Unknown;
        }
    }

    /// <summary>How much likelier a detection of this body names the class than one of any body does.</summary>
    public readonly double LikelihoodRatio(ObjectClass seen) =>
        seen == ObjectClass.Unknown ? 1 : Classes * (Wrong + ((Right - Wrong) * this[(int)seen - 1]));

    public void Update(ObjectClass seen)
    {
        if (seen == ObjectClass.Unknown)
            return;

        var sum = 0d;
        for (var i = 0; i < Classes; i++)
            sum += this[i] = Math.Max(Least, this[i] * (i + 1 == (int)seen ? Right : Wrong));
        for (var i = 0; i < Classes; i++)
            this[i] /= sum;
    }
}
