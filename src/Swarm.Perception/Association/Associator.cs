using System.Runtime.InteropServices;

namespace Swarm.Perception;

/// <summary>
/// Decides which measurement of a frame belongs to which track: gates, splits the gated pairs into clusters that share no track or
/// measurement, and solves each to the optimum. Keeps its buffers between frames.
/// </summary>
internal sealed class Associator(TrackerOptions options)
{
    /// <summary>Above so many tracks in one cluster the cheapest pairs are taken one by one: bounds the time of a hostile frame.</summary>
    private const int MaxExactCluster = 150;

    /// <summary>Pairs looked at in one frame: several hundred objects in one another's gates are no scene but a fault or an attack.</summary>
    private const int MaxCandidates = 50_000;

    /// <summary>A pair so much likelier not to belong together, in log odds, has no share in a joint association either.</summary>
    private const double LeastShare = 3;

    private readonly double _gate = Gaussian2.ChiSquareQuantile(options.GateProbability);
    private readonly double _worst = options.Association == AssociationKind.Joint ? LeastShare : 0;
    private readonly AssignmentSolver _solver = new();
    private readonly JointProbabilities _joint = new();
    private readonly List<Share> _shares = [];
    private readonly List<Candidate> _candidates = [];
    private double[] _sortedX = [];
    private int[] _byX = [];
    private int[] _parent = [];
    private int[] _rowOf = [];
    private int[] _columnOf = [];
    private double[] _cost = [];
    private int[] _solution = [];
    private Candidate?[] _pairOf = [];
    private Range[] _sharesOf = [];
    private double[] _likelihoods = [];
    private double[] _probabilities = [];

    /// <summary>The measurements that may belong to the track, by its place in the span; empty unless association is joint.</summary>
    public ReadOnlySpan<Share> SharesOf(int track) => CollectionsMarshal.AsSpan(_shares)[_sharesOf[track]];

    /// <summary>The pair that the track is part of, by its place in the span; null where it was given no measurement.</summary>
    public Candidate? PairOf(int track) => _pairOf[track];

    /// <param name="tracks">Foretold for the time of the measurements.</param>
    /// <param name="detectionProbability">Of the sensor that made the measurements.</param>
    public void Associate(ReadOnlySpan<NearTrack> tracks, ReadOnlySpan<Measurement> measurements, double detectionProbability)
    {
        Prepare(tracks.Length, measurements.Length);
        Gate(tracks, measurements, detectionProbability);
        Assign(tracks.Length);
    }

    /// <param name="candidates">Pairs gated elsewhere.</param>
    public void Associate(int tracks, int measurements, ReadOnlySpan<Candidate> candidates)
    {
        Prepare(tracks, measurements);
        _candidates.Clear();
        _candidates.AddRange(candidates[..Math.Min(candidates.Length, MaxCandidates)]);
        Assign(tracks);
    }

    private void Assign(int tracks)
    {
        var pairs = CollectionsMarshal.AsSpan(_candidates);
        foreach (var pair in pairs)
            Join(pair.Track, tracks + pair.Measurement);

        pairs.Sort((a, b) => Root(a.Track) is var root && Root(b.Track) is var other && root != other ? root.CompareTo(other) : a.Track.CompareTo(b.Track));
        for (var start = 0; start < pairs.Length;)
        {
            var end = start + 1;
            while (end < pairs.Length && Root(pairs[end].Track) == Root(pairs[start].Track))
                end++;
            SolveCluster(pairs[start..end]);
            start = end;
        }
    }

    private void Gate(ReadOnlySpan<NearTrack> tracks, ReadOnlySpan<Measurement> measurements, double detectionProbability)
    {
        var widest = 0d;
        for (var i = 0; i < measurements.Length; i++)
        {
            (_sortedX[i], _byX[i]) = (measurements[i].Place.X, i);
            widest = Math.Max(widest, measurements[i].Noise.XX);
        }

        Array.Sort(_sortedX, _byX, 0, measurements.Length);
        _candidates.Clear();
        for (var t = 0; t < tracks.Length && _candidates.Count < MaxCandidates; t++)
        {
            ref readonly var predicted = ref tracks[t].Predicted;
            var reach = Math.Sqrt(_gate * (predicted.PP.A + widest));
            var existence = tracks[t].Existence * detectionProbability;
            var prior = existence / (1 - existence);
            for (var i = FirstFrom(predicted.X - reach, measurements.Length); i < measurements.Length && _sortedX[i] <= predicted.X + reach; i++)
            {
                ref readonly var seen = ref measurements[_byX[i]];
                var innovation = predicted.PP.Covariance + seen.Noise;
                var distance = Gaussian2.SquaredDistance(seen.Place.X - predicted.X, seen.Place.Y - predicted.Y, innovation);
                if (!(distance <= _gate))
                    continue;
                var density = Math.Exp(Gaussian2.LogDensity(distance, innovation)) * tracks[t].Track.ClassRatio(seen.Class) / options.ClutterDensity;
                var cost = -Math.Log(prior * density);
                if (cost < _worst)
                    _candidates.Add(new(t, _byX[i], cost));
            }
        }
    }

    private int FirstFrom(double x, int count)
    {
        var at = Array.BinarySearch(_sortedX, 0, count, x);
        if (at < 0)
            return ~at;
        while (at > 0 && _sortedX[at - 1] >= x)
            at--;
        return at;
    }

    private void SolveCluster(Span<Candidate> pairs)
    {
        if (pairs.Length == 1 && options.Association == AssociationKind.Nearest)
        {
            _pairOf[pairs[0].Track] = pairs[0];
            return;
        }

        var (rows, columns) = Number(pairs);
        if (options.Association == AssociationKind.Joint)
            Divide(pairs, rows, columns);
        if (rows > MaxExactCluster)
            TakeCheapest(pairs);
        else
            TakeOptimal(pairs, rows, columns);
    }

    /// <summary>Numbers the tracks and measurements of a cluster as rows and columns.</summary>
    private (int Rows, int Columns) Number(ReadOnlySpan<Candidate> pairs)
    {
        foreach (var pair in pairs)
            (_rowOf[pair.Track], _columnOf[pair.Measurement]) = (-1, -1);
        var (rows, columns) = (0, 0);
        foreach (var pair in pairs)
        {
            if (_rowOf[pair.Track] < 0)
                _rowOf[pair.Track] = rows++;
            if (_columnOf[pair.Measurement] < 0)
                _columnOf[pair.Measurement] = columns++;
        }

        return (rows, columns);
    }

    private void TakeOptimal(ReadOnlySpan<Candidate> pairs, int rows, int columns)
    {
        // One more column for each row: to stay without a measurement costs 0. A pair out of the gate costs more than that.
        var width = columns + rows;
        if (_cost.Length < rows * width)
            _cost = new double[rows * width * 2];
        var cost = _cost.AsSpan(0, rows * width);
        for (var row = 0; row < rows; row++)
        {
            cost.Slice(row * width, columns).Fill(1);
            cost.Slice((row * width) + columns, rows).Clear();
        }

        foreach (var pair in pairs)
            cost[(_rowOf[pair.Track] * width) + _columnOf[pair.Measurement]] = pair.Cost;
        _solver.Solve(cost, rows, width, _solution);
        foreach (var pair in pairs)
        {
            if (_solution[_rowOf[pair.Track]] == _columnOf[pair.Measurement])
                _pairOf[pair.Track] = pair;
        }
    }

    /// <summary>Divides the measurements of a cluster among its tracks.</summary>
    private void Divide(ReadOnlySpan<Candidate> pairs, int rows, int columns)
    {
        if (_likelihoods.Length < rows * columns)
            (_likelihoods, _probabilities) = (new double[rows * columns * 2], new double[rows * columns * 2]);
        var likelihoods = _likelihoods.AsSpan(0, rows * columns);
        var probabilities = _probabilities.AsSpan(0, rows * columns);
        likelihoods.Clear();
        foreach (var pair in pairs)
            likelihoods[(_rowOf[pair.Track] * columns) + _columnOf[pair.Measurement]] = Math.Exp(-pair.Cost);
        _joint.Solve(likelihoods, rows, columns, probabilities);

        // The pairs of a track come one after another.
        foreach (var pair in pairs)
        {
            var start = _sharesOf[pair.Track].Equals(default(Range)) ? _shares.Count : _sharesOf[pair.Track].Start.Value;
            _shares.Add(new(pair.Measurement, probabilities[(_rowOf[pair.Track] * columns) + _columnOf[pair.Measurement]]));
            _sharesOf[pair.Track] = start.._shares.Count;
        }
    }

    private void TakeCheapest(Span<Candidate> pairs)
    {
        pairs.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        foreach (var pair in pairs)
        {
            if (pair.Cost >= 0 || _pairOf[pair.Track] is not null || _columnOf[pair.Measurement] < 0)
                continue;
            _pairOf[pair.Track] = pair;
            _columnOf[pair.Measurement] = -1;
        }
    }

    private void Join(int a, int b) => _parent[Root(a)] = Root(b);

    private int Root(int node)
    {
        while (_parent[node] != node)
            node = _parent[node] = _parent[_parent[node]];
        return node;
    }

    private void Prepare(int tracks, int measurements)
    {
        if (_pairOf.Length < tracks)
            (_pairOf, _sharesOf, _rowOf, _solution) = (new Candidate?[tracks * 2], new Range[tracks * 2], new int[tracks * 2], new int[tracks * 2]);
        if (_byX.Length < measurements)
            (_byX, _sortedX, _columnOf) = (new int[measurements * 2], new double[measurements * 2], new int[measurements * 2]);
        if (_parent.Length < tracks + measurements)
            _parent = new int[(tracks + measurements) * 2];
        Array.Clear(_pairOf, 0, tracks);
        Array.Clear(_sharesOf, 0, tracks);
        _shares.Clear();
        for (var i = 0; i < tracks + measurements; i++)
            _parent[i] = i;
    }
}
