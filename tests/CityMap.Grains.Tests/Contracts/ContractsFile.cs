using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using CityMap.Grains.Contracts;

namespace CityMap.Grains.Tests.Contracts;

/// <summary>What silos of different versions rely on: aliases and ids of everything that travels, as text.</summary>
internal static class ContractsFile
{
    public static IEnumerable<Type> Messages => typeof(Refusal).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null);

    public static IEnumerable<Type> Grains => typeof(Refusal).Assembly.GetTypes()
        .Where(type => type.IsInterface && type.GetInterfaces().Contains(typeof(IGrain)));

    public static string Path([CallerFilePath] string here = "") => System.IO.Path.GetFullPath(
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../grains/CityMap.Grains.Contracts/contracts.txt"));

    /// <summary>Members that travel, with their ids.</summary>
    public static IEnumerable<(uint Id, string Name, Type Type)> Members(Type type) =>
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let id = member.GetCustomAttribute<IdAttribute>()
        where id is not null
        orderby id.Id
        select (id.Id, member.Name, member is PropertyInfo p ? p.PropertyType : ((FieldInfo)member).FieldType);

    public static string Write()
    {
        var text = new StringBuilder("Aliases and ids that travel between silos. They may be added to, never changed or used again.\n");
        foreach (var type in Messages.OrderBy(Alias, StringComparer.Ordinal))
        {
            text.Append('\n').Append(Alias(type)).Append('\n');
            foreach (var (id, name, of) in Members(type)) text.Append(CultureInfo.InvariantCulture, $"  {id} {name}: {Name(of)}\n");
        }

        foreach (var grain in Grains.OrderBy(Alias, StringComparer.Ordinal))
        {
            text.Append('\n').Append(Alias(grain)).Append(" (grain)\n");
            foreach (var method in grain.GetMethods().OrderBy(Alias, StringComparer.Ordinal))
            {
                var parameters = string.Join(", ", method.GetParameters().Select(p => Name(p.ParameterType)));
                text.Append(CultureInfo.InvariantCulture, $"  {Alias(method)}({parameters}): {Name(method.ReturnType)}\n");
            }
        }

        return text.ToString();
    }

    public static string Alias(MemberInfo member) => member.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias ?? $"without alias: {member.Name}";

    private static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.IsArray ? $"{Name(type.GetElementType()!)}[]" : type.Name;
}
