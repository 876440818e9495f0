using System.Globalization;
using System.Text.Json.Serialization;
using Swarm.Domain;
using Swarm.Evaluation;

namespace Swarm.Cli;

/// <summary>How well one robot, or the team, knew where it was: a row, as <c>swarm evaluate mrclam --json</c> prints it.</summary>
internal sealed record LocalisationFigures
{
    public const string Team = "team";

    /// <summary>The robots that know the map.</summary>
    public required IReadOnlyList<int> Mapped { get; init; }

    public required bool KnownStart { get; init; }

    /// <summary>Which way to localise.</summary>
    [JsonConverter(typeof(CamelCaseEnumConverter<MrClamMethod>))]
    public required MrClamMethod Method { get; init; }

    /// <summary>The subject of a robot, or <see cref="Team"/>.</summary>
    public required string Robot { get; init; }

    /// <summary>Null for the team.</summary>
    public bool? KnowsMap { get; init; }

    /// <summary>The part of the time that it knew where it is; the other figures are of that.</summary>
    public required double Located { get; init; }

    /// <summary>Metres, in the frame of the map, nothing aligned. Null where it never knew, as what follows.</summary>
    public required double? PositionRmse { get; init; }

    /// <summary>Radians.</summary>
    public required double? YawRmse { get; init; }

    /// <summary>Over (x, y, yaw), with its 95 % band.</summary>
    public required double? Nees { get; init; }

    public required double? NeesLow { get; init; }

    public required double? NeesHigh { get; init; }

    public required bool NeesInside { get; init; }

    /// <summary>How many independent samples the errors are worth.</summary>
    public required double EffectiveSamples { get; init; }

    /// <summary>Over (x, y), with its 95 % band.</summary>
    public required double? PositionNees { get; init; }

    public required double? PositionNeesLow { get; init; }

    public required double? PositionNeesHigh { get; init; }

    public required bool PositionNeesInside { get; init; }

    /// <summary>The part of the time that the error is within its 95 % region.</summary>
    public required double? Within95 { get; init; }

    /// <summary>Of the team: the part of the time that the average over the robots is inside its band, and not above it.</summary>
    public double? TimeInside { get; init; }

    public double? TimeNotAbove { get; init; }

    /// <summary>Each way to localise in turn: its robots, then the team.</summary>
    public static IEnumerable<LocalisationFigures> Of(MrClamResult result, bool knownStart) => result.Methods.SelectMany(method =>
    {
        var team = method.Team;
        return method.Robots
            .Select(robot => Of(robot.Located, robot.PositionRmse, robot.YawRmse, robot.Nees, robot.PositionNees) with
            {
                Robot = robot.Subject.ToString(CultureInfo.InvariantCulture),
                KnowsMap = robot.KnowsMap,
            })
            .Append(Of(team.Located, team.PositionRmse, team.YawRmse, team.Nees, team.PositionNees) with
            {
                TimeInside = Finite(team.TimeInside),
                TimeNotAbove = Finite(team.TimeNotAbove),
            })
            .Select(row => row with { Mapped = result.Mapped, KnownStart = knownStart, Method = method.Method });
    });

    private static LocalisationFigures Of(double located, double positionRmse, double yawRmse, NeesAverage nees, NeesAverage positionNees) => new()
    {
        Mapped = [],
        KnownStart = false,
        Method = default,
        Robot = Team,
        Located = located,
        PositionRmse = Finite(positionRmse),
        YawRmse = Finite(yawRmse),
        Nees = Finite(nees.Mean),
        NeesLow = Finite(nees.Low),
        NeesHigh = Finite(nees.High),
        NeesInside = nees.IsInside,
        EffectiveSamples = nees.Effective,
        PositionNees = Finite(positionNees.Mean),
        PositionNeesLow = Finite(positionNees.Low),
        PositionNeesHigh = Finite(positionNees.High),
        PositionNeesInside = positionNees.IsInside,
        Within95 = Finite(nees.Below95),
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
