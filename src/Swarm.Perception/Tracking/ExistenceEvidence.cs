namespace Swarm.Perception;

/// <summary>
/// How what is seen and not seen of a track changes the probability that there is such an object: a Bernoulli probability, kept up in log odds as in the
/// integrated probabilistic data association of Mušicki, Evans and Stanković (IEEE Trans. Automatic Control 39(6), 1994), with the one detection that
/// assignment gave the track in place of the sum over all.
/// </summary>
internal static class ExistenceEvidence
{
    /// <summary>Nothing is surer.</summary>
    public const double Most = 0.999;

    /// <summary>
    /// How much of the evidence so far still counts when a detection adds its own. Frames are not independent: a post taken for a person is taken for
    /// one again. So a track is as sure as its detections of late were on the average, about five times over, and not more with every frame.
    /// </summary>
    private const double Memory = 0.8;

    /// <summary>What one detection may say, in log odds.</summary>
    private const double MostOfOne = 3;

    /// <summary>Who is missed once for being half hidden is missed the next time.</summary>
    private const double MaxDetectionProbability = 0.8;

    /// <summary>Of a track that begins with one detection.</summary>
    public static double Born(double score) => Math.Clamp(score, 0.05, 0.98);

    /// <param name="repeat">See <see cref="TrackerOptions.RepeatEvidence"/>.</param>
    public static double Detected(double existence, double score, double repeat)
    {
        var evidence = LogOdds(Math.Clamp(score, 1 - Most, Most)) + repeat;
        return OfLogOdds((Memory * LogOdds(existence)) + Math.Clamp(evidence, -MostOfOne, MostOfOne));
    }

    public static double Missed(double existence, double detectionProbability) =>
        OfLogOdds(LogOdds(existence) + Math.Log(1 - Math.Min(detectionProbability, MaxDetectionProbability)));

    /// <param name="evidence">In log odds.</param>
    public static double Told(double existence, double evidence) => OfLogOdds(LogOdds(existence) + evidence);

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    private static double OfLogOdds(double logOdds) => Math.Min(Most, 1 / (1 + Math.Exp(-logOdds)));
}
