using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Server.Api.Incidents.Export;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Incidents.Syndication;

/// <summary>
/// Incidents as an Atom feed (RFC 4287), each with its place by GeoRSS Simple (OGC 17-002r1): latitude before longitude, WGS 84.
/// </summary>
/// <param name="address">Where the city is, without a slash at the end.</param>
/// <param name="context">Language, moment and names of districts.</param>
internal sealed class AtomFeed(string address, ExportContext context)
{
    private const string GeoRss = "http://www.georss.org/georss";
    private static readonly LocalText _title = new("Sự cố", "Incidents");
    private static readonly LocalText _severity = new("Mức", "Severity");

    /// <summary>Writes the feed.</summary>
    /// <param name="self">The feed's own address with its filter: it is its id, too.</param>
    /// <param name="incidents">The entries, in order.</param>
    /// <returns>The document, UTF-8.</returns>
    public byte[] Write(Uri self, IReadOnlyList<Feature> incidents)
    {
        var feed = new SyndicationFeed(incidents.Select(Entry))
        {
            Id = self.AbsoluteUri,
            Title = new TextSyndicationContent($"CityMap · {context.In(_title)}"),
            Language = context.Vietnamese ? "vi" : "en",
            LastUpdatedTime = incidents.Count == 0 ? DateTimeOffset.UnixEpoch : incidents.Max(incident => Time(incident, "updated_at")),
        };
        feed.Authors.Add(new SyndicationPerson(null, "CityMap", null));
        feed.Links.Add(new SyndicationLink(self, "self", null, "application/atom+xml", 0));
        feed.Links.Add(new SyndicationLink(new Uri(address), "alternate", null, "text/html", 0));
        feed.AttributeExtensions.Add(new XmlQualifiedName("georss", "http://www.w3.org/2000/xmlns/"), GeoRss);
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) })) new Atom10FeedFormatter(feed).WriteTo(xml);
        return bytes.ToArray();
    }

    private static DateTimeOffset Time(Feature incident, string field) => (DateTimeOffset)incident[field]!;

    private SyndicationItem Entry(Feature incident)
    {
        var item = new SyndicationItem
        {
            Id = $"urn:citymap:incident:{incident.Id}",
            Title = new TextSyndicationContent((string?)incident["title"] ?? incident.Id),
            Summary = new TextSyndicationContent(Summary(incident)),
            PublishDate = Time(incident, "recorded_at"),
            LastUpdatedTime = Time(incident, "updated_at"),
        };
        item.Links.Add(new SyndicationLink(new Uri($"{address}/?incident={Uri.EscapeDataString(incident.Id)}"), "alternate", null, "text/html", 0));
        if (incident["type"] is string type)
        {
            item.Categories.Add(new SyndicationCategory(type, null, IncidentTypes.Find(type) is { } known ? context.In(known.Title) : type));
        }

        if (incident.Geometry is Point { IsEmpty: false } at)
        {
            item.ElementExtensions.Add("point", GeoRss, string.Create(CultureInfo.InvariantCulture, $"{at.Y:0.#######} {at.X:0.#######}"));
        }

        return item;
    }

    private string Summary(Feature incident)
    {
        var state = incident["state"] is string name && IncidentStates.Find(name) is { } known ? context.In(IncidentStates.All[(int)known].Title) : null;
        var district = incident["district"] is string id ? context.DistrictName(id) : null;
        var parts = new[] { $"{context.In(_severity)} {incident["severity"]}", state, district, incident["address"] as string, incident["description"] as string };
        return string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}
