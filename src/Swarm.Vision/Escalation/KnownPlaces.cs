namespace Swarm.Vision;

/// <summary>
/// What a still camera's small model sees time and again at one place, and what a larger one, asked, says to it: a bin or a post that is no person, a place where
/// persons stand who are hard to see. Learnt from escalated frames alone. Fixed space; not thread-safe.
/// </summary>
public sealed class KnownPlaces
{
    /// <summary>Intersection over union from which on two boxes are one place.</summary>
    private const double SamePlace = 0.8;

    /// <summary>… from which on a box is at a place, and what is known of the place holds for it.</summary>
    private const double AtPlace = 0.6;

    /// <summary>… from which on the larger model has seen something there, however it drew the box.</summary>
    private const double SomethingThere = 0.3;

    /// <summary>… from which on it has seen the same object.</summary>
    private const double SameObject = 0.5;

    /// <summary>Score from which on the larger model's box speaks against refusing, and from which on it is sure.</summary>
    private const float Seen = 0.15f;
    private const float Sure = 0.3f;

    private const int LeastLooks = 2;
    private const int RefusalsPerSighting = 4;
    private const double LeastSureShare = 0.15;

    private readonly Place[] _places = new Place[512];
    private int _count;
    private int _round;

    /// <summary>Compares what the small model saw with what a larger one saw in the same frame.</summary>
    public void Learn(IReadOnlyList<DetectedBox> small, IReadOnlyList<DetectedBox> large)
    {
        _round++;
        foreach (var box in small)
        {
            ref var place = ref Find(box);
            place.Round = _round;
            if (Has(large, box, Seen, SomethingThere))
                place.Seen++;
            else
                place.Refused++;
            // Where the small model is sure by itself nothing is to be learnt for where it is not.
            if (box.Score < Sure && Has(large, box, Sure, SameObject))
                place.Sure++;
        }
    }

    /// <summary>
    /// Refuted: refused at least twice, and more than four times for each time that something was there. Confirmed: sure at least twice, and in 15 % of all looks.
    /// </summary>
    public PlaceVerdict Of(DetectedBox box)
    {
        var (refused, seen, sure) = (0, 0, 0);
        foreach (ref readonly var place in _places.AsSpan(0, _count))
        {
            if (place.Class == box.Class && place.Box.Overlap(box.Box) >= AtPlace)
                (refused, seen, sure) = (refused + place.Refused, seen + place.Seen, sure + place.Sure);
        }

        if (refused >= LeastLooks && refused > RefusalsPerSighting * seen)
            return PlaceVerdict.Refuted;
        return sure >= LeastLooks && sure >= LeastSureShare * (refused + seen) ? PlaceVerdict.Confirmed : PlaceVerdict.Open;
    }

    private static bool Has(IReadOnlyList<DetectedBox> boxes, DetectedBox wanted, float score, double overlap)
    {
        foreach (var box in boxes)
        {
            if (box.Class == wanted.Class && box.Score >= score && box.Box.Overlap(wanted.Box) >= overlap)
                return true;
        }

        return false;
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
            oldest = place.Round < _places[oldest].Round ? index : oldest;
        }

        var room = _count < _places.Length ? _count++ : oldest;
        _places[room] = new Place { Class = box.Class, Box = box.Box };
        return ref _places[room];
    }

    private struct Place
    {
        public int Class;
        public ImageBox Box;
        public int Refused;
        public int Seen;
        public int Sure;
        public int Round;
    }
}
