using System.Text.Json.Nodes;

namespace Swarm.Vision.Tests;

public sealed class ManifestFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("swarm-manifest-");
    private readonly byte[] _model = new SyntheticModel().Output("output0", [1, 5, 1], [32, 32, 20, 20, 0.9f]).Bytes();

    private string File => Path.Combine(_folder.FullName, "manifest.json");

    private DetectorManifest Good => SyntheticModel.Manifest(_model, new YoloSpec("output0", Score: 0.25f), 64, "thing");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var manifest = Good with { Input = new InputSpec("images", PixelLayout.Nhwc, ColourOrder.Bgr, 1 / 255f, [1, 2, 3], [4, 5, 6], PictureFit.Letterbox) };
        ManifestFile.Write(File, manifest);

        var read = ManifestFile.Read(File);

        Assert.Equal(manifest.Decoder, read.Decoder);
        Assert.Equal([1, 2, 3, 4, 5, 6], read.Input.Mean!.Concat(read.Input.Deviation!));
        Assert.Equal(
            (manifest.Model, manifest.Sha256, PixelLayout.Nhwc, ColourOrder.Bgr, PictureFit.Letterbox, 1 / 255f),
            (read.Model, read.Sha256, read.Input.Layout, read.Input.Colours, read.Input.Fit, read.Input.Scale));
    }

    [Fact]
    public void Read_ByHand_TakesDefaults()
    {
        System.IO.File.WriteAllText(
            File,
            $$"""
            {
              "name": "street", "version": "8n", "file": "model.onnx", "sha256": "{{Good.Sha256}}", "licence": "AGPL-3.0, weights too",
              "input": { "name": "images", "scale": 0.003921569, "fit": "letterbox" },
              "sizes": [320, 640],
              "decoder": { "output": "output0", "kind": "yolo" },
              "classes": ["person"]
            }
            """);

        var manifest = ManifestFile.Read(File);

        Assert.Equal(new YoloSpec("output0", false, false, 0.3f, 0.45, 100), manifest.Decoder);
        Assert.Equal((PixelLayout.Nchw, ColourOrder.Rgb, PictureFit.Letterbox), (manifest.Input.Layout, manifest.Input.Colours, manifest.Input.Fit));
    }

    [Fact]
    public void Open_ManifestAndModel_Detects()
    {
        ManifestFile.Write(File, Good);
        System.IO.File.WriteAllBytes(Path.Combine(_folder.FullName, "model.onnx"), _model);

        using var detector = Detector.Open(File);

        Assert.Single(detector.Detect(SyntheticModel.Grey(8, 8, 0), 64).Boxes);
    }

    [Fact]
    public void Open_ModelMissing_IsRefused()
    {
        ManifestFile.Write(File, Good);

        Assert.Equal(ModelFault.File, Assert.Throws<ModelException>(() => Detector.Open(File)).Fault);
    }

    [Fact]
    public void Open_ModelChanged_IsRefused()
    {
        ManifestFile.Write(File, Good);
        _model[^1] ^= 1;
        System.IO.File.WriteAllBytes(Path.Combine(_folder.FullName, "model.onnx"), _model);

        var fault = Assert.Throws<ModelException>(() => Detector.Open(File));

        Assert.Equal(ModelFault.Hash, fault.Fault);
        Assert.Contains(Good.Sha256, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoFile_IsRefused() =>
        Assert.Contains("there is no manifest", Assert.Throws<ModelException>(() => ManifestFile.Read(File)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("name", "\"\"", "name and version")]
    [InlineData("name", "null", "name")]
    [InlineData("file", "\"../model.onnx\"", "file ../model.onnx")]
    [InlineData("file", "\"..\"", "file ..")]
    [InlineData("sha256", "\"12\"", "sha256 12")]
    [InlineData("licence", "\" \"", "licence")]
    [InlineData("sizes", "[]", "sizes")]
    [InlineData("sizes", "[128, 64]", "sizes 128, 64")]
    [InlineData("sizes", "[100000]", "sizes 100000")]
    [InlineData("classes", "[]", "classes")]
    [InlineData("classes", "[\"\"]", "classes")]
    [InlineData("input", "{\"name\":\"x\",\"scale\":0}", "input.scale 0")]
    [InlineData("input", "{\"name\":\"x\",\"mean\":[1]}", "input.mean 1")]
    [InlineData("input", "{\"name\":\"x\",\"deviation\":[1,1,0]}", "input.deviation 1, 1, 0")]
    [InlineData("input", "{\"name\":\"x\",\"layout\":\"hwc\"}", "layout")]
    [InlineData("input", "{\"name\":\"x\",\"multiple\":32}", "input.multiple 32")]
    [InlineData("input", "{\"name\":\"x\",\"fit\":\"letterbox\",\"multiple\":48}", "input.multiple 48")]
    [InlineData("input", "{\"name\":\"x\",\"layout\":1}", "layout")]
    [InlineData("decoder", "{\"kind\":\"ssd\",\"output\":\"x\"}", "ssd")]
    [InlineData("decoder", "{\"output\":\"x\"}", "decoder")]
    [InlineData("decoder", "{\"kind\":\"yolo\",\"output\":\"\"}", "name of an output")]
    [InlineData("decoder", "{\"kind\":\"yolo\",\"output\":\"x\",\"score\":0}", "decoder.score 0")]
    [InlineData("decoder", "{\"kind\":\"yolo\",\"output\":\"x\",\"overlap\":2}", "decoder.overlap 2")]
    [InlineData("decoder", "{\"kind\":\"yolo\",\"output\":\"x\",\"limit\":0}", "decoder.limit 0")]
    [InlineData("decoder", "{\"kind\":\"centernet\",\"heatmap\":\"h\",\"size\":\"s\",\"stride\":7}", "decoder.stride 7")]
    [InlineData("decoder", "{\"kind\":\"centernet\",\"heatmap\":\"h\",\"size\":\"s\",\"sizeUnit\":-1}", "decoder.sizeUnit -1")]
    [InlineData("surprise", "1", "surprise")]
    public void Read_ImpossibleManifest_NamesWhatIsWrong(string member, string value, string fault)
    {
        ManifestFile.Write(File, Good);
        var json = JsonNode.Parse(System.IO.File.ReadAllText(File))!.AsObject();
        json[member] = JsonNode.Parse(value);
        System.IO.File.WriteAllText(File, json.ToJsonString());

        var refused = Assert.Throws<ModelException>(() => ManifestFile.Read(File));

        Assert.Equal(ModelFault.Manifest, refused.Fault);
        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"name\":\"x\"}")]
    public void Read_NoManifest_IsRefused(string content)
    {
        System.IO.File.WriteAllText(File, content);

        Assert.Equal(ModelFault.Manifest, Assert.Throws<ModelException>(() => ManifestFile.Read(File)).Fault);
    }
}
