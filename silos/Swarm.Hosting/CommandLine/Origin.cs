using System.Globalization;
using Swarm.Domain;

namespace Swarm.Hosting;

/// <summary>What <c>--origin</c> says.</summary>
public static class Origin
{
    /// <summary>Reads <c>LAT,LON</c> in degrees, north and east.</summary>
    public static bool TryParse(string text, out GeoPoint origin)
    {
        origin = default;
        var parts = text.Split(',');
        if (parts.Length != 2
            || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            || latitude is not (>= -90 and <= 90) || longitude is not (>= -180 and <= 180))
            return false;
        origin = new GeoPoint(latitude, longitude);
        return true;
    }
}
