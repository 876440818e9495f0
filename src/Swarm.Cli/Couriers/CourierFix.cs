using Swarm.Domain;

namespace Swarm.Cli;

/// <summary>A GPS position of a courier, metres from the trace's own centre, and the time since the trace's first fix.</summary>
internal readonly record struct CourierFix(TimeSpan Time, Point2 Position, CourierActivity Activity);
