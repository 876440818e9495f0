namespace Swarm.Vision;

/// <summary>
/// Where a still camera's small model sees something time and again that a larger one, asked, does not: a bin, a post, a pattern of the paving.
/// What is seen there with a low score is no reason to act or to ask. Learnt from escalated frames alone. Fixed space; not thread-safe.
/// </summary>
public sealed class RefutedPlaces
{
    /// <summary>Intersection over union from which on two boxes are one place.</summary>
    private const double SamePlace = 0.8;

    /// <summary>… from which on a box is at a place, and what is known of the place holds for it.</summary>
    private const double AtPlace = 0.6;

    /// <summary>… from which on the larger model has seen the object too, however it drew the box.</summary>
    private const double SameObject = 0.3;

    /// <summary>Score from which on the larger model's box confirms.</summary>
    private const double Confirms = 0.15;

    private const int LeastRefusals = 2;
    private const int RefusalsPerConfirmation = 4;

    private readonly Place[] _places = new Place[512];
    private int _count;
    private int _round;

    /// <summary>Compares what the small model saw with what a larger one saw in the same frame.</summary>
    public void Learn(IReadOnlyList<DetectedBox> small, IReadOnlyList<DetectedBox> large)
    {
        _round++;
        foreach (var box in small)
        {
            var isConfirmed = large.Any(seen => seen.Class == box.Class && seen.Score >= Confirms && seen.Box.Overlap(box.Box) >= SameObject);
            ref var place = ref Find(box);
            place.Seen = _round;
            if (isConfirmed)
                place.Confirmed++;
            else
                place.Refuted++;
        }
    }

    /// <summary>Whether what is seen there has been refuted at least twice, and more than four times for each time that it was confirmed.</summary>
    public bool AreRefuting(DetectedBox box)
    {
        var (refuted, confirmed) = (0, 0);
        foreach (ref readonly var place in _places.AsSpan(0, _count))
        {
            if (place.Class == box.Class && place.Box.Overlap(box.Box) >= AtPlace)
                (refuted, confirmed) = (refuted + place.Refuted, confirmed + place.Confirmed);
        }

        return refuted >= LeastRefusals && refuted > RefusalsPerConfirmation * confirmed;
    }

    /// <summary>The box's place: known, new, or in the room of the one that was not seen for longest.</summary>
    private ref Place Find(DetectedBox box)
    {
        var oldest = 0;
        for (var index = 0; index < _count; index++)
        {
            ref var place = ref _places[index];
            if (place.Class == box.Class && place.Box.Overlap(box.Box) >= SamePlace)
                return ref place;
            oldest = place.Seen < _places[oldest].Seen ? index : oldest;
        }

        var room = _count < _places.Length ? _count++ : oldest;
        _places[room] = new Place { Class = box.Class, Box = box.Box };
        return ref _places[room];
    }

    private struct Place
    {
        public int Class;
        public ImageBox Box;
        public int Refuted;
        public int Confirmed;
        public int Seen;
    }
}
