using CsCheck;

namespace Swarm.Vda5050.Tests;

/// <summary>What happens, step by step, each by a number that the step makes its choices with.</summary>
internal static class History
{
    public static Gen<(Event What, int Choice)[]> Gen { get; } =
        CsCheck.Gen.Select(
            CsCheck.Gen.Frequency(
                (14, CsCheck.Gen.Const(Event.Deliver)),
                (2, CsCheck.Gen.Const(Event.DeliverAny)),
                (2, CsCheck.Gen.Const(Event.Lose)),
                (2, CsCheck.Gen.Const(Event.Double)),
                (5, CsCheck.Gen.Const(Event.Time)),
                (4, CsCheck.Gen.Const(Event.Assign)),
                (5, CsCheck.Gen.Const(Event.Extend)),
                (1, CsCheck.Gen.Const(Event.Cancel)),
                (2, CsCheck.Gen.Const(Event.Instant)),
                (8, CsCheck.Gen.Const(Event.Drive)),
                (5, CsCheck.Gen.Const(Event.Act)),
                (1, CsCheck.Gen.Const(Event.Mode)),
                (1, CsCheck.Gen.Const(Event.Zone)),
                (1, CsCheck.Gen.Const(Event.Cut)),
                (1, CsCheck.Gen.Const(Event.Kill))),
            CsCheck.Gen.Int[0, 1_000_000]).Array[20, 150];
}
