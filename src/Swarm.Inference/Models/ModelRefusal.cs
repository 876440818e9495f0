namespace Swarm.Inference;

/// <summary>Why a model that came from outside is not run. Its name in messages is that of <see cref="ModelRefusals.Name"/>.</summary>
public enum ModelRefusal
{
    /// <summary>The file is no signed package at all: no JSON, a field missing, or one that it cannot be.</summary>
    NotAPackage,

    /// <summary>The package is larger than what goes over MQTT.</summary>
    TooLarge,

    /// <summary>The content is shorter than the package says, or the file ends early.</summary>
    Truncated,

    /// <summary>The content is not the one that the package was made of.</summary>
    WrongHash,

    /// <summary>There is no signature.</summary>
    Unsigned,

    /// <summary>It is signed by a key that is not trusted here; or none is.</summary>
    UnknownKey,

    /// <summary>The signature is not that of the key over this name, version, size and hash.</summary>
    BadSignature,

    /// <summary>It is not the model that was asked for: another name, version or hash.</summary>
    WrongModel,

    /// <summary>The content is genuine but no model that the program can run.</summary>
    WrongShape,

    /// <summary>The model holds or returns what is not a number.</summary>
    NotANumber,

    /// <summary>The model threw an exception when it was run.</summary>
    Failed,

    /// <summary>In shadow, its verdicts were too often too far from those of the model that it was to replace.</summary>
    Disagrees,

    /// <summary>The model could not be had: nobody sent it in time.</summary>
    NotThere,
}
