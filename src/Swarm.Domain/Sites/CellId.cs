using System.Globalization;

namespace Swarm.Domain;

/// <summary>A square of the site frame: column and row, counted from the origin, east and north.</summary>
[GenerateSerializer, Immutable, Alias("swarm.CellId")]
public readonly record struct CellId([property: Id(0)] int Column, [property: Id(1)] int Row)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Column},{Row}");
}
