namespace Swarm.Vision;

/// <summary>What an import needs of a package.</summary>
/// <param name="Version">From its <c>package.json</c>.</param>
/// <param name="Licence">Likewise, as an SPDX name; empty where it names none.</param>
/// <param name="Graph"><c>models/centernet.json</c>.</param>
/// <param name="Weights"><c>models/centernet.bin</c>.</param>
public sealed record PackageFiles(string Version, string Licence, byte[] Graph, byte[] Weights);
