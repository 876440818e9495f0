namespace Swarm.Vda5050;

/// <summary>An error that is reported until something happens.</summary>
/// <param name="End">What ends it.</param>
/// <param name="Until">When, if time ends it.</param>
/// <param name="Owner">The request, or the caller's own name for it.</param>
public sealed record TrackedError(VehicleError Error, ErrorEnd End, DateTimeOffset? Until = null, string? Owner = null)
{
    /// <summary>Whether the vehicle must not drive with it. A message that was refused never stops the order under way.</summary>
    public bool StopsDriving => Error.ErrorLevel is ErrorLevel.Critical or ErrorLevel.Fatal && End is ErrorEnd.Caller or ErrorEnd.Request;
}
