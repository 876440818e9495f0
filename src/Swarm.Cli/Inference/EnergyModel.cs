namespace Swarm.Cli;

/// <summary>
/// Figure 4, modelled. An inference of the smallest size is taken to cost what SSD MobileNet V1 does, a detector of like kind and size: beyond what the computer takes idle, 0.31 mWh on a
/// Raspberry Pi 3 and 0.01 mWh on a Jetson Orin Nano (Alqahtani, Cheema and Toosi, arXiv 2409.16808); another size costs in proportion to its measured time. A bit sent costs
/// what was measured of a phone (Aalborg University, energy measurements on mobile phones: Wi-Fi at 5 Mbit/s 6.45e-7 − 1.27e-10 · (5000 − 2130) J, HSDPA at 1.5 Mbit/s
/// 1.13e-5 − 7.21e-9 · (1500 − 101) J; receiving, so sending may cost more). Waiting for the answer costs nothing beyond idle.
/// </summary>
internal static class EnergyModel
{
    private const double JoulesPerMilliwattHour = 3.6;
    private const double RaspberryPi3 = 0.31 * JoulesPerMilliwattHour;
    private const double OrinNano = 0.01 * JoulesPerMilliwattHour;
    private const double WiFi = 6.45e-7 - (1.27e-10 * (5000 - 2130));
    private const double Cellular = 1.13e-5 - (7.21e-9 * (1500 - 101));

    /// <param name="share">Of the frames that leave.</param>
    /// <param name="bytes">Of one, as sent.</param>
    /// <param name="slower">How many times longer the size takes that finds no less on board.</param>
    public static IReadOnlyList<EnergyRow> Rows(double share, double bytes, double slower) =>
    [
        Row("Raspberry Pi 3, Wi-Fi", share, bytes, slower, RaspberryPi3, WiFi),
        Row("Raspberry Pi 3, HSDPA", share, bytes, slower, RaspberryPi3, Cellular),
        Row("Jetson Orin Nano, Wi-Fi", share, bytes, slower, OrinNano, WiFi),
        Row("Jetson Orin Nano, HSDPA", share, bytes, slower, OrinNano, Cellular),
    ];

    private static EnergyRow Row(string device, double share, double bytes, double slower, double inference, double bit)
    {
        var placed = inference + (share * 8 * bytes * bit);
        return new EnergyRow(device, placed, inference * slower, placed / (inference * slower));
    }
}
