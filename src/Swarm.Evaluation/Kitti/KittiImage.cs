namespace Swarm.Evaluation;

/// <summary>The sizes of the images, in pixels: the rectification of each day of recording left another.</summary>
internal static class KittiImage
{
    /// <summary>The whole image of a sequence of KITTI's tracking set.</summary>
    public static ImageBox Of(string sequence) => sequence switch
    {
        "0014" or "0015" or "0016" or "0017" => new(0, 0, 1224, 370),
        "0018" or "0019" => new(0, 0, 1238, 374),
        "0020" => new(0, 0, 1241, 376),
        _ => new(0, 0, 1242, 375),
    };
}
