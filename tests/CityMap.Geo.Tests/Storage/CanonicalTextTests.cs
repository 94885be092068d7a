using System.Text;
using CityMap.Geo.Storage;
using Xunit;

namespace CityMap.Geo.Tests.Storage;

public sealed class CanonicalTextTests
{
    [Fact]
    public void Text_is_composed_and_taken_apart()
    {
        var apart = "Kỳ Lừa".Normalize(NormalizationForm.FormD);
        Assert.Equal("Kỳ Lừa", CanonicalText.Composed(apart));
        Assert.Equal(apart, CanonicalText.Decomposed("Kỳ Lừa"));
    }

    // By code: an attribute could not hold half a surrogate pair.
    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    public void What_is_no_text_is_left_as_it_is_and_named_by_the_rule(int code)
    {
        var text = $"Kỳ {(char)code}";
        Assert.Equal((text, text), (CanonicalText.Composed(text), CanonicalText.Decomposed(text)));
        Assert.NotNull(ValueRules.FindTextProblem(text));
    }
}
