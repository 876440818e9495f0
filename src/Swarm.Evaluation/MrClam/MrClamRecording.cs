using Swarm.Perception;

namespace Swarm.Evaluation;

/// <summary>
/// One set of MR.CLAM: robots that measure landmarks and each other (Leung, Halpern, Barfoot, Liu, "The UTIAS Multi-Robot Cooperative
/// Localization and Mapping Dataset", International Journal of Robotics Research 30(8), 2011).
/// </summary>
/// <param name="SubjectOf">The subject of each barcode.</param>
/// <param name="Landmarks">By subject.</param>
public sealed record MrClamRecording(
    IReadOnlyList<MrClamRobot> Robots, IReadOnlyDictionary<int, int> SubjectOf, IReadOnlyDictionary<int, Landmark> Landmarks);
