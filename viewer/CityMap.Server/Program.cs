Console.WriteLine("CityMap");
