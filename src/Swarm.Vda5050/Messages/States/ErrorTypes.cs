namespace Swarm.Vda5050;

/// <summary>Predefined names of errors: those of 3.0 (Table 9), and under <see cref="V2"/> those of 2.1 (6.6.3, 6.6.4).</summary>
public static class ErrorTypes
{
    public const string UnsupportedParameter = "UNSUPPORTED_PARAMETER";
    public const string NoOrderToCancel = "NO_ORDER_TO_CANCEL";
    public const string ValidationFailure = "VALIDATION_FAILURE";
    public const string InvalidOrder = "INVALID_ORDER";
    public const string InvalidOrderAction = "INVALID_ORDER_ACTION";
    public const string InvalidInstantAction = "INVALID_INSTANT_ACTION";
    public const string OutdatedOrderUpdate = "OUTDATED_ORDER_UPDATE";
    public const string SameOrderUpdateId = "SAME_ORDER_UPDATE_ID";
    public const string OrderUpdateFollowingCancel = "ORDER_UPDATE_FOLLOWING_CANCEL";
    public const string InsufficientMemory = "INSUFFICIENT_MEMORY";
    public const string DuplicateZoneSet = "DUPLICATE_ZONE_SET";
    public const string ReleaseLost = "RELEASE_LOST";
    public const string NoRouteToTarget = "NO_ROUTE_TO_TARGET";
    public const string OtherOrderActive = "OTHER_ORDER_ACTIVE";
    public const string StartNodeOutOfRange = "START_NODE_OUT_OF_RANGE";
    public const string MobileRobotNotAvailable = "MOBILE_ROBOT_NOT_AVAILABLE";
    public const string UnknownMapId = "UNKNOWN_MAP_ID";
    public const string NodeUnreachable = "NODE_UNREACHABLE";
    public const string LocalizationError = "LOCALIZATION_ERROR";

    public static class V2
    {
        public const string ValidationError = "validationError";
        public const string OrderError = "orderError";
        public const string OrderUpdateError = "orderUpdateError";
        public const string NoOrderToCancel = "noOrderToCancel";

        /// <summary>2.1 names no error for an instant action that cannot be done.</summary>
        public const string InstantActionError = "instantActionError";
    }
}
