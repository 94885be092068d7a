// States of features that are not their own, such as chosen and shade, by source and id: what a map document takes.
global using FeatureStates = System.Collections.Generic.Dictionary<(string Source, string Id), System.Collections.Generic.IReadOnlyDictionary<string, object?>>;
