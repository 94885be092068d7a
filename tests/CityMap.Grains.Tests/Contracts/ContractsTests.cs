using System.Reflection;

namespace CityMap.Grains.Tests.Contracts;

/// <summary>Silos of two versions must understand each other.</summary>
public sealed class ContractsTests
{
    [Fact]
    public void Aliases_and_ids_are_those_of_the_contracts_file()
    {
        var now = ContractsFile.Write();
        if (Environment.GetEnvironmentVariable("CITYMAP_WRITE_CONTRACTS") == "1") File.WriteAllText(ContractsFile.Path(), now);
        Assert.Equal(File.ReadAllText(ContractsFile.Path()), now);
    }

    [Fact]
    public void Every_message_has_an_alias_of_its_own_and_is_immutable()
    {
        var messages = ContractsFile.Messages.ToList();
        Assert.All(messages, type => Assert.NotNull(type.GetCustomAttribute<AliasAttribute>(inherit: false)));
        Assert.All(messages, type => Assert.NotNull(type.GetCustomAttribute<ImmutableAttribute>(inherit: false)));
        Assert.Equal(messages.Count, messages.Select(ContractsFile.Alias).Distinct().Count());
    }

    [Fact]
    public void Every_member_that_can_be_set_travels_under_an_id_of_its_own()
    {
        foreach (var type in ContractsFile.Messages.Where(type => !type.IsValueType))
        {
            var settable = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(p => p.CanWrite);
            Assert.All(settable, property => Assert.NotNull(property.GetCustomAttribute<IdAttribute>()));
            var ids = ContractsFile.Members(type).Select(member => member.Id).ToList();
            Assert.Equal(ids.Distinct(), ids);
        }
    }

    [Fact]
    public void Every_method_of_a_grain_has_an_alias()
    {
        Assert.NotEmpty(ContractsFile.Grains);
        Assert.All(ContractsFile.Grains.SelectMany(grain => grain.GetMethods()), method => Assert.NotNull(method.GetCustomAttribute<AliasAttribute>()));
    }
}
