namespace Swarm.Evaluation;

/// <summary>
/// Higher order tracking accuracy (Luiten et al., <i>Int. J. of Computer Vision</i> 129, 2021, section 5), the similarity being the 3D
/// overlap: detection and association weigh the same. With TP, FN and FP the pairs, the missed and the false at a least overlap α, and
/// TPA, FNA and FPA the frames in which the object and the track of a pair c are together, without the track, without the object:
/// HOTA = √(Σ_c A(c) / (|TP| + |FN| + |FP|)), A(c) = |TPA| / (|TPA| + |FNA| + |FPA|). Means over 19 α, 0.05 to 0.95; 0 to 1.
/// </summary>
/// <param name="Score">HOTA, that is √(DetA · AssA) at each α.</param>
/// <param name="Detection">DetA = |TP| / (|TP| + |FN| + |FP|).</param>
/// <param name="Association">AssA, the mean of A(c) over the pairs.</param>
/// <param name="Localisation">LocA, the mean overlap of the pairs.</param>
public readonly record struct Hota(double Score, double Detection, double Association, double Localisation);
