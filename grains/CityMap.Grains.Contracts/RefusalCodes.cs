namespace CityMap.Grains.Contracts;

/// <summary>The named problems of the grains. Clients compare these; the sentences are for people.</summary>
public static class RefusalCodes
{
    /// <summary>The state does not allow this command; <see cref="Refusal.Allowed"/> lists those it does.</summary>
    public const string NotAllowed = "not_allowed";

    /// <summary>The command would change nothing.</summary>
    public const string NothingToChange = "nothing_to_change";

    /// <summary>A number is not a position on the ground.</summary>
    public const string CoordinateOutOfRange = "coordinate_out_of_range";

    /// <summary>No such incident type.</summary>
    public const string UnknownType = "unknown_type";

    /// <summary>No such kind of facility.</summary>
    public const string UnknownKind = "unknown_kind";

    /// <summary>No such status.</summary>
    public const string UnknownStatus = "unknown_status";

    /// <summary>No such facility.</summary>
    public const string UnknownFacility = "unknown_facility";

    /// <summary>A severity is not 1 to 5.</summary>
    public const string SeverityOutOfRange = "severity_out_of_range";

    /// <summary>A number is outside its range, or not finite.</summary>
    public const string NumberOutOfRange = "number_out_of_range";

    /// <summary>A text that must be there is missing or blank.</summary>
    public const string TextMissing = "text_missing";

    /// <summary>A text is longer than its limit.</summary>
    public const string TextTooLong = "text_too_long";

    /// <summary>A text holds unpaired surrogates, NUL or other control characters.</summary>
    public const string TextMalformed = "text_malformed";

    /// <summary>An id is empty, too long, or holds a slash or control characters.</summary>
    public const string IdMalformed = "id_malformed";

    /// <summary>A footprint is not a valid line or polygon.</summary>
    public const string FootprintInvalid = "footprint_invalid";

    /// <summary>The stated time lies in the future.</summary>
    public const string OccurredInFuture = "occurred_in_future";

    /// <summary>The stated time lies before the last thing that happened to the same.</summary>
    public const string OccurredBeforeLast = "occurred_before_last";

    /// <summary>The idempotency key was used before with another body.</summary>
    public const string KeyReused = "idempotency_key_reused";

    /// <summary>The store would not take it.</summary>
    public const string StoreRefused = "store_refused";
}
