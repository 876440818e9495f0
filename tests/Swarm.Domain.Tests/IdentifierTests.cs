using CsCheck;

namespace Swarm.Domain.Tests;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("wagon-1")]
    [InlineData("a")]
    [InlineData("A.b_c~9")]
    [InlineData("-x")]
    public void IsValid_AllowedCharacters_IsTrue(string text) => Assert.True(Identifier.IsValid(text));

    [Theory]
    [InlineData("")]
    [InlineData("_site")]
    [InlineData("a/b")]
    [InlineData("a+")]
    [InlineData("#")]
    [InlineData("a b")]
    [InlineData("ä")]
    [InlineData("a\0")]
    public void IsValid_WhatATopicLevelOrKeyCannotHold_IsFalse(string text) => Assert.False(Identifier.IsValid(text));

    [Fact]
    public void IsValid_Length_IsOneTo64()
    {
        Assert.True(Identifier.IsValid(new string('a', Identifier.MaxLength)));
        Assert.False(Identifier.IsValid(new string('a', Identifier.MaxLength + 1)));
    }

    [Fact]
    public void TryParse_AnyText_AgreesWithTheConstructor() =>
        Gen.String.Sample(text =>
        {
            var parsed = DeviceId.TryParse(text, out var id);
            Assert.Equal(Identifier.IsValid(text), parsed);
            if (parsed)
            {
                Assert.Equal(text, id.Value);
                Assert.Equal(id, new DeviceId(text));
                Assert.Equal(text, new SiteId(text).ToString());
            }
            else
            {
                Assert.Throws<FormatException>(() => new DeviceId(text));
                Assert.False(SiteId.TryParse(text, out _));
            }
        });

    [Fact]
    public void TryParse_Null_IsFalse() => Assert.False(DeviceId.TryParse(null, out _));

    [Fact]
    public void Constructor_LongGarbage_NamesItShortened()
    {
        var thrown = Assert.Throws<FormatException>(() => new DeviceId(new string('#', 100_000)));
        Assert.Contains("device id", thrown.Message, StringComparison.Ordinal);
        Assert.InRange(thrown.Message.Length, 64, 300);
    }
}
