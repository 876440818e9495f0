namespace Swarm.Inference;

/// <summary>A pair of keys as files.</summary>
public static class ModelKeyFiles
{
    public const string PrivateName = "model-key.pem";
    public const string PublicName = "model-key.pub.pem";

    /// <summary>Writes a new pair. Only the owner may read the private one; neither replaces a file.</summary>
    /// <returns>Where they are.</returns>
    /// <exception cref="IOException">One is there already, or cannot be written.</exception>
    public static (string Private, string Public) Create(string folder, ModelSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        Directory.CreateDirectory(folder);
        var (secret, open) = (Path.Combine(folder, PrivateName), Path.Combine(folder, PublicName));
        if (File.Exists(open))
            throw new IOException($"The file '{open}' already exists.");
        Write(secret, signer.PrivatePem(), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Write(open, signer.PublicPem(), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return (secret, open);
    }

    private static void Write(string path, string text, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(text);
    }
}
