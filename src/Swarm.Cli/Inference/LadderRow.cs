namespace Swarm.Cli;

/// <summary>Figure 2: one way to decide which frames leave the device, on the frames that are scored.</summary>
/// <param name="Recall">Share of the persons that the largest size is sure of and that the answers for their frames have.</param>
/// <param name="OffloadedShare">Frames that left the device.</param>
/// <param name="MissedPersons">… and that the answers do not have.</param>
/// <param name="FalseAlarms">Boxes in the answers, for a frame, that are none of these persons.</param>
internal sealed record LadderRow(string Name, double Recall, double OffloadedShare, int MissedPersons, double FalseAlarms);
