using System.Globalization;
using CsCheck;

namespace Swarm.Vda5050.Tests;

/// <summary>The same cases in every run: CsCheck seeds its first case only, so each case is a sample of its own.</summary>
internal static class Seeded
{
    public static void Sample<T>(Gen<T> gen, int cases, Action<T> check)
    {
        for (var i = 0; i < cases; i++)
            gen.Sample(check, seed: $"{i.ToString("D11", CultureInfo.InvariantCulture)}1", iter: 1, threads: 1);
    }
}
