namespace Swarm.Vision;

/// <summary>Where the detector CenterNet on MobileNetV3 is taken from, and what is known about it.</summary>
public static class CenterNetPackage
{
    public const string Name = "@vladmandic/human";

    public const string Version = "3.3.6";

    public const string GraphFile = "models/centernet.json";

    public const string WeightsFile = "models/centernet.bin";

    /// <summary>The SHA-256 of the two files in version 3.3.6.</summary>
    public const string GraphHash = "bfb942eaacc5becf738d536663bc4580a0ae9e560722306e6d4dd7fe4a09de05";

    /// <inheritdoc cref="GraphHash"/>
    public const string WeightsHash = "1b635a15009071f506f9f2b3519b31c072c534888989f30d269ffd44734ef7ef";

    /// <summary>Where the package says that it has the model from.</summary>
    public const string Origin = "npm package @vladmandic/human 3.3.6, converted there from github.com/610265158/mobilenetv3_centernet";

    public const string LicenceNote =
        "The npm package is under the MIT licence. No licence is known for the original weights themselves, which were trained on COCO by "
        + "others and came to the package without a licence file: find out whether you may use them before you rely on them.";

    /// <summary>Everyday objects of the COCO data set, in the order of the model's planes (Lin et al. 2014, 80 of its 91 categories).</summary>
    public static IReadOnlyList<string> Classes { get; } =
    [
        "person", "bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck", "boat", "traffic light", "fire hydrant", "stop sign",
        "parking meter", "bench", "bird", "cat", "dog", "horse", "sheep", "cow", "elephant", "bear", "zebra", "giraffe", "backpack", "umbrella",
        "handbag", "tie", "suitcase", "frisbee", "skis", "snowboard", "sports ball", "kite", "baseball bat", "baseball glove", "skateboard",
        "surfboard", "tennis racket", "bottle", "wine glass", "cup", "fork", "knife", "spoon", "bowl", "banana", "apple", "sandwich", "orange",
        "broccoli", "carrot", "hot dog", "pizza", "donut", "cake", "chair", "couch", "potted plant", "bed", "dining table", "toilet", "tv",
        "laptop", "mouse", "remote", "keyboard", "cell phone", "microwave", "oven", "toaster", "sink", "refrigerator", "book", "clock", "vase",
        "scissors", "teddy bear", "hair drier", "toothbrush",
    ];
}
