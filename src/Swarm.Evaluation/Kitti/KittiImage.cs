namespace Swarm.Evaluation;

/// <summary>The extent of the images, from the first pixel to the last: the rectification of each day of recording left another.</summary>
internal static class KittiImage
{
    /// <summary>Of a sequence of KITTI's tracking set. The detections' boxes are clipped to just this.</summary>
    public static ImageBox Of(string sequence) => sequence switch
    {
        "0014" or "0015" or "0016" or "0017" => new(0, 0, 1223, 369),
        "0018" or "0019" => new(0, 0, 1237, 373),
        "0020" => new(0, 0, 1240, 375),
        _ => new(0, 0, 1241, 374),
    };
}
