namespace Swarm.Evaluation;

/// <summary>
/// A box that stands upright, as the columns <c>h w l x y z ry</c> of KITTI's files have it, in metres and radians. The ground plane is
/// x–z; a corner is at (x + cos(ry) a + sin(ry) b, z − sin(ry) a + cos(ry) b) with a = ±l/2, b = ±w/2; in height the box reaches from
/// y − h to y. In KITTI's camera frame y points down, so that (x, y, z) is the middle of the bottom face; where y points up, as in
/// V2V4Real, the evaluation in use reads the height in the same way, of labels and tracks alike.
/// </summary>
public readonly record struct UprightBox(double Height, double Width, double Length, double X, double Y, double Z, double Ry)
{
    public double Volume => Height * Width * Length;
}
