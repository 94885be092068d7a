using System.CommandLine;

namespace CityMap.Server.Cli.Areas;

/// <summary><c>areas</c>: the editions of administered areas, through the public API.</summary>
internal static class AreasCommand
{
    /// <summary>Describes the command and its parts.</summary>
    public static Command Create() => new("areas", "The editions of administered areas: bring one in, compare them, check one, ask which area a place has on a day.")
    {
        AreasImport.Create(), AreasQuestions.List(), AreasQuestions.Lookup(), AreasQuestions.Changes(), AreasQuestions.Check(),
    };
}
