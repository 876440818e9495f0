using System.Runtime.CompilerServices;
using Swarm.Domain;

namespace Swarm.Messaging;

/// <summary>
/// The JSON of what a site tells its devices ten times a second, as <see cref="ProtocolJson"/> reads it: positions and speeds to a
/// millimetre, probabilities and angles to 0.0001, covariances to 0.00001 (m², m²/s, m²/s²).
/// </summary>
internal static class SurroundingsJson
{
    private const int Millimetres = 3;
    private const int Parts = 4;
    private const int Squares = 5;

    /// <summary>About as many bytes as there are in a hazard or a track.</summary>
    private const int Usual = 320;

    /// <summary>A track is told to many devices in one tick, the same record to each: its JSON lives as long as the record does.</summary>
    private static readonly ConditionalWeakTable<Track, byte[]> Tracks = [];

    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static byte[] Of(HazardList list)
    {
        var text = new JsonText(Usual * (list.Hazards.Count + 1));
        text.Raw("{\"time\":"u8);
        text.Time(list.Time);
        text.Raw(",\"hazards\":["u8);
        for (var i = 0; i < list.Hazards.Count; i++)
        {
            if (i > 0)
                text.Raw(","u8);

            Write(ref text, list.Hazards[i]);
        }

        text.Raw("]}"u8);
        return text.ToArray();
    }

    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static byte[] Of(TrackList list)
    {
        var text = new JsonText(Usual * (list.Tracks.Count + 1));
        text.Raw("{\"time\":"u8);
        text.Time(list.Time);
        text.Raw(",\"tracks\":["u8);
        for (var i = 0; i < list.Tracks.Count; i++)
        {
            if (i > 0)
                text.Raw(","u8);

            text.Raw(Tracks.GetValue(list.Tracks[i], Of));
        }

        text.Raw("]"u8);
        if (list.Gone is { Count: > 0 } gone)
        {
            text.Raw(",\"gone\":["u8);
            for (var i = 0; i < gone.Count; i++)
            {
                if (i > 0)
                    text.Raw(","u8);

                text.Text(gone[i].Value);
            }

            text.Raw("]"u8);
        }

        text.Raw("}"u8);
        return text.ToArray();
    }

    private static byte[] Of(Track track)
    {
        var text = new JsonText(2 * Usual);
        text.Raw("{\"id\":"u8);
        text.Text(track.Id.Value);
        text.Raw(",\"class\":"u8);
        text.Class(track.Class);
        text.Raw(",\"time\":"u8);
        text.Time(track.Time);
        Write(ref text, track.Position, track.Velocity);
        Write(ref text, track.Covariance);
        text.Raw(",\"existence\":"u8);
        text.Number(track.Existence, Parts);
        text.Raw(",\"confirmed\":"u8);
        text.Boolean(track.Confirmed);
        text.Raw(",\"seenBy\":"u8);
        text.Devices(track.SeenBy);
        if (track.Size is { } size)
        {
            text.Raw(",\"size\":{\"length\":"u8);
            text.Number(size.Length, Millimetres);
            text.Raw(",\"width\":"u8);
            text.Number(size.Width, Millimetres);
            text.Raw(",\"height\":"u8);
            text.Number(size.Height, Millimetres);
            text.Raw("}"u8);
        }

        if (track.Yaw is { } yaw)
        {
            text.Raw(",\"yaw\":"u8);
            text.Number(yaw, Parts);
        }

        text.Raw("}"u8);
        return text.ToArray();
    }

    private static void Write(ref JsonText text, Hazard hazard)
    {
        text.Raw("{\"track\":"u8);
        TextOrNull(ref text, hazard.Track?.Value);
        text.Raw(",\"other\":"u8);
        TextOrNull(ref text, hazard.Other?.Value);
        text.Raw(",\"class\":"u8);
        text.Class(hazard.Class);
        Write(ref text, hazard.Position, hazard.Velocity);
        text.Raw(",\"covariance\":{\"xx\":"u8);
        text.Variance(hazard.Covariance.XX, Squares);
        text.Raw(",\"xy\":"u8);
        text.Number(hazard.Covariance.XY, Squares);
        text.Raw(",\"yy\":"u8);
        text.Variance(hazard.Covariance.YY, Squares);
        text.Raw("},\"timeToCollision\":"u8);
        text.Number(hazard.TimeToCollision, Millimetres);
        text.Raw(",\"distance\":"u8);
        text.Number(hazard.Distance, Millimetres);
        text.Raw(",\"probability\":"u8);
        text.Number(hazard.Probability, Parts);
        text.Raw(",\"seenBy\":"u8);
        text.Devices(hazard.SeenBy);
        text.Raw(",\"seenBySelf\":"u8);
        text.Boolean(hazard.SeenBySelf);
        text.Raw("}"u8);
    }

    private static void Write(ref JsonText text, Position position, Velocity velocity)
    {
        text.Raw(",\"position\":{\"x\":"u8);
        text.Number(position.X, Millimetres);
        text.Raw(",\"y\":"u8);
        text.Number(position.Y, Millimetres);
        text.Raw(",\"z\":"u8);
        text.Number(position.Z, Millimetres);
        text.Raw("},\"velocity\":{\"x\":"u8);
        text.Number(velocity.X, Millimetres);
        text.Raw(",\"y\":"u8);
        text.Number(velocity.Y, Millimetres);
        text.Raw("}"u8);
    }

    private static void Write(ref JsonText text, KinematicCovariance p)
    {
        text.Raw(",\"covariance\":{\"xx\":"u8);
        text.Variance(p.XX, Squares);
        text.Raw(",\"xy\":"u8);
        text.Number(p.XY, Squares);
        text.Raw(",\"xVx\":"u8);
        text.Number(p.XVx, Squares);
        text.Raw(",\"xVy\":"u8);
        text.Number(p.XVy, Squares);
        text.Raw(",\"yy\":"u8);
        text.Variance(p.YY, Squares);
        text.Raw(",\"yVx\":"u8);
        text.Number(p.YVx, Squares);
        text.Raw(",\"yVy\":"u8);
        text.Number(p.YVy, Squares);
        text.Raw(",\"vxVx\":"u8);
        text.Variance(p.VxVx, Squares);
        text.Raw(",\"vxVy\":"u8);
        text.Number(p.VxVy, Squares);
        text.Raw(",\"vyVy\":"u8);
        text.Variance(p.VyVy, Squares);
        text.Raw("}"u8);
    }

    private static void TextOrNull(ref JsonText text, string? value)
    {
        if (value is null)
            text.Raw("null"u8);
        else
            text.Text(value);
    }
}
