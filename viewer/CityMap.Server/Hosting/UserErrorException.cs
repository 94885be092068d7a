namespace CityMap.Server.Hosting;

/// <summary>Something the person at the command line can put right; the message is the one sentence they read.</summary>
internal sealed class UserErrorException(string message, Exception? inner = null) : Exception(message, inner);
