using Swarm.Domain;

namespace Swarm.Cli;

/// <summary>An object that the first car was told of, where and as of when (recorded time, from the first frame).</summary>
internal readonly record struct ToldObject(TrackId Track, Point2 Position, TimeSpan Time);
