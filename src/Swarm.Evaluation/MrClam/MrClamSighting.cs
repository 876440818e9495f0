namespace Swarm.Evaluation;

/// <param name="Time">Seconds.</param>
/// <param name="Barcode">As read: not the subject, and at times misread.</param>
/// <param name="Range">Metres.</param>
/// <param name="Bearing">Radians, from straight ahead.</param>
public readonly record struct MrClamSighting(double Time, int Barcode, double Range, double Bearing);
