namespace Swarm.Vision;

/// <summary>Why a picture is not decoded.</summary>
public enum FrameRefusal
{
    None,

    /// <summary>It does not begin as a JPEG file does, or its header cannot be read.</summary>
    NotJpeg,

    /// <summary>It has more bytes than <see cref="FrameLimits.Bytes"/>.</summary>
    TooManyBytes,

    /// <summary>Its header says more pixels than <see cref="FrameLimits.Pixels"/>, or a side longer than <see cref="FrameLimits.Side"/>.</summary>
    TooManyPixels,

    /// <summary>It ends before its last row.</summary>
    Truncated,

    /// <summary>Its header is sound and what follows cannot be decoded.</summary>
    Damaged,
}
