using System.CommandLine;
using Swarm.Evaluation;
using Swarm.Perception;

namespace Swarm.Cli;

/// <summary>The options that every data set of tracks has.</summary>
internal sealed class EvaluateOptions
{
    private readonly Option<bool> _json = new("--json") { Description = "Print the figures as JSON." };

    private readonly Option<string?> _tracks = new("--tracks")
    {
        Description = "Write the tracks here, a file for each sequence, in KITTI's columns and a folder for each input where there are several.",
        HelpName = "OUT",
    };

    private readonly Option<string?> _fromTracks = new("--from-tracks")
    {
        Description = "Score the tracks in this folder, or in each folder in it, in the columns that --tracks writes, instead of running the tracker.",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> _sequences = new("--sequences")
    {
        Description = "Only these sequences, by commas; without it all.",
        HelpName = "a,b",
    };

    private readonly Option<MotionKind?> _motion = new("--motion") { Description = "Take everything to move like that, instead of as the data set's settings say." };

    private readonly Option<AssociationKind?> _association = new("--association") { Description = "Associate like that." };

    private readonly Option<bool> _rounding = new("--published-rounding")
    {
        Description = "Average the tracks' scores anew for every threshold, as the published evaluation does.",
    };

    public IEnumerable<Option> All => [_json, _tracks, _fromTracks, _sequences, _motion, _association, _rounding];

    /// <exception cref="UsageException">The options do not fit together.</exception>
    public EvaluateChoice Read(ParseResult result)
    {
        var choice = new EvaluateChoice(
            result.GetValue(_json),
            result.GetValue(_tracks),
            result.GetValue(_fromTracks),
            result.GetValue(_sequences)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            result.GetValue(_motion),
            result.GetValue(_association),
            new ScoringOptions { PublishedRounding = result.GetValue(_rounding) });
        if (choice is { Tracks: not null, FromTracks: not null })
            throw new UsageException("--tracks cannot go with --from-tracks: there is nothing new to write");
        if (choice.Sequences is [])
            throw new UsageException("--sequences: names of sequences by commas expected");
        return choice;
    }
}
