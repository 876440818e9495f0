namespace Swarm.Vda5050;

/// <summary>
/// The error that a rejection is reported by. 3.0 names one for each but for an update that does not continue and a new order that is an
/// update: its predefined INVALID_ORDER (7.8) is used for these. 2.1 names three (6.6.4).
/// </summary>
public static class RejectionErrors
{
    public static (string Type, ErrorLevel Level) Of(OrderRejection rejection, ProtocolVersion version) =>
        version == ProtocolVersion.V3 ? OfV3(rejection) : (OfV2(rejection), ErrorLevel.Warning);

    /// <summary>Whether an error says, in either version, that an order was not taken.</summary>
    public static bool IsRejection(string errorType) => All.Contains(errorType);

    internal static ErrorEnd EndOf(OrderRejection rejection, ProtocolVersion version) =>
        rejection == OrderRejection.NotAvailable && version == ProtocolVersion.V3 ? ErrorEnd.ModeTakesOrders : ErrorEnd.OrderAccepted;

    private static readonly HashSet<string> All =
    [
        .. Enum.GetValues<OrderRejection>().SelectMany(rejection => new[] { OfV3(rejection).Type, OfV2(rejection) }),

        // Used by vehicles of 2.0 for a route that they do not know.
        "noRouteError",
    ];

    private static (string Type, ErrorLevel Level) OfV3(OrderRejection rejection) => rejection switch
    {
        OrderRejection.Malformed => (ErrorTypes.ValidationFailure, ErrorLevel.Warning),
        OrderRejection.UnsupportedParameter => (ErrorTypes.UnsupportedParameter, ErrorLevel.Critical),
        OrderRejection.UnsupportedAction => (ErrorTypes.InvalidOrderAction, ErrorLevel.Warning),
        OrderRejection.InsufficientMemory => (ErrorTypes.InsufficientMemory, ErrorLevel.Urgent),
        OrderRejection.Outdated => (ErrorTypes.OutdatedOrderUpdate, ErrorLevel.Warning),
        OrderRejection.SameUpdateId => (ErrorTypes.SameOrderUpdateId, ErrorLevel.Warning),
        OrderRejection.FollowingCancel => (ErrorTypes.OrderUpdateFollowingCancel, ErrorLevel.Warning),
        OrderRejection.OtherOrderActive => (ErrorTypes.OtherOrderActive, ErrorLevel.Warning),
        OrderRejection.StartOutOfRange => (ErrorTypes.StartNodeOutOfRange, ErrorLevel.Warning),
        OrderRejection.NoRoute => (ErrorTypes.NoRouteToTarget, ErrorLevel.Warning),
        OrderRejection.NotAvailable => (ErrorTypes.MobileRobotNotAvailable, ErrorLevel.Warning),
        OrderRejection.UnknownMap => (ErrorTypes.UnknownMapId, ErrorLevel.Warning),
        _ => (ErrorTypes.InvalidOrder, ErrorLevel.Warning),
    };

    private static string OfV2(OrderRejection rejection) => rejection switch
    {
        OrderRejection.Malformed => ErrorTypes.V2.ValidationError,
        OrderRejection.Outdated or OrderRejection.SameUpdateId or OrderRejection.FollowingCancel or OrderRejection.NotContinuing =>
            ErrorTypes.V2.OrderUpdateError,
        _ => ErrorTypes.V2.OrderError,
    };
}
