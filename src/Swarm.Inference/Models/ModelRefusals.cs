namespace Swarm.Inference;

public static class ModelRefusals
{
    /// <summary>Such as <c>wrong-hash</c>, as the device protocol has it.</summary>
    public static string Name(this ModelRefusal refusal) => refusal switch
    {
        ModelRefusal.NotAPackage => "not-a-package",
        ModelRefusal.TooLarge => "too-large",
        ModelRefusal.Truncated => "truncated",
        ModelRefusal.WrongHash => "wrong-hash",
        ModelRefusal.Unsigned => "unsigned",
        ModelRefusal.UnknownKey => "unknown-key",
        ModelRefusal.BadSignature => "bad-signature",
        ModelRefusal.WrongModel => "wrong-model",
        ModelRefusal.WrongShape => "wrong-shape",
        ModelRefusal.NotANumber => "not-a-number",
        ModelRefusal.Failed => "failed",
        ModelRefusal.Disagrees => "disagrees",
        ModelRefusal.NotThere => "not-there",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "No such reason."),
    };
}
