namespace Swarm.Vision;

/// <summary>
/// Objects as peaks of a heat map with a plane for each class (Zhou, Wang and Krähenbühl 2019, <i>Objects as Points</i>, section 4). A
/// cell of the map is <paramref name="Stride"/> pixels of the picture wide; a peak is a cell that none of its eight neighbours exceeds.
/// </summary>
/// <param name="Heatmap">Output [1, classes, rows, columns], scores from 0 to 1.</param>
/// <param name="Size">
/// Output [1, 4, rows, columns]: how far the box reaches left, up, right and down from the cell's corner; or [1, 2, rows, columns]: its
/// width and height around the centre.
/// </param>
/// <param name="SizeUnit">Pixels of the picture that one unit of <paramref name="Size"/> is.</param>
/// <param name="Offset">Output [1, 2, rows, columns]: where in the cell the centre is, right and down, in cells; null without one.</param>
public sealed record CenterNetSpec(
    string Heatmap,
    string Size,
    int Stride = 4,
    float SizeUnit = 1,
    string? Offset = null,
    float Score = 0.3f,
    double? Overlap = null,
    int Limit = 100) : DecoderSpec(Score, Overlap, Limit);
