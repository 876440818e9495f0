namespace Swarm.Vision;

/// <summary>
/// The picture that a model takes: one, three channels, float32; its longer side is one of the manifest's sizes. A byte of a pixel, 0 to 255, becomes
/// (byte × <paramref name="Scale"/> − mean) / deviation, with the mean and deviation of its channel in the model's order.
/// </summary>
/// <param name="Name">Of the input in the ONNX graph.</param>
/// <param name="Mean">Three numbers; zeros where left out.</param>
/// <param name="Deviation">Three numbers; ones where left out.</param>
/// <param name="Multiple">
/// For a model that takes any sides that are multiples of this: the shorter side of a letterbox is the least such that the frame fits in.
/// Null: pictures are square.
/// </param>
public sealed record InputSpec(
    string Name,
    PixelLayout Layout = PixelLayout.Nchw,
    ColourOrder Colours = ColourOrder.Rgb,
    float Scale = 1,
    IReadOnlyList<float>? Mean = null,
    IReadOnlyList<float>? Deviation = null,
    PictureFit Fit = PictureFit.Stretch,
    int? Multiple = null);
