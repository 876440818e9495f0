namespace Swarm.Vision;

/// <summary>
/// One output of candidates, each with centre x, centre y, width and height in pixels of the picture and a score for each class, 0 to 1:
/// [1, 4 + classes, candidates], as YOLOv8 and later export it.
/// </summary>
/// <param name="CandidatesFirst">The output is [1, candidates, 4 + classes], or with objectness 5 + classes, as YOLOv5 exports it.</param>
/// <param name="Objectness">A fifth number, before the classes, is multiplied with each of their scores.</param>
public sealed record YoloSpec(
    string Output,
    bool CandidatesFirst = false,
    bool Objectness = false,
    float Score = 0.3f,
    double? Overlap = 0.45,
    int Limit = 100) : DecoderSpec(Score, Overlap, Limit);
