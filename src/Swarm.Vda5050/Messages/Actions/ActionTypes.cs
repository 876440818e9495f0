namespace Swarm.Vda5050;

/// <summary>Predefined action types that the state machines act on themselves (3.0: 6.2.3; 2.1: 6.8).</summary>
public static class ActionTypes
{
    public const string CancelOrder = "cancelOrder";
    public const string StartPause = "startPause";
    public const string StopPause = "stopPause";
    public const string StateRequest = "stateRequest";
    public const string FactsheetRequest = "factsheetRequest";
    public const string Retry = "retry";
    public const string SkipRetry = "skipRetry";
    public const string ClearInstantActions = "clearInstantActions";
    public const string ClearZoneActions = "clearZoneActions";
    public const string EnableZoneSet = "enableZoneSet";
    public const string DeleteZoneSet = "deleteZoneSet";
    public const string Trigger = "trigger";
    public const string WaitForTrigger = "waitForTrigger";
    public const string Pick = "pick";
    public const string Drop = "drop";
    public const string StartCharging = "startCharging";
    public const string StopCharging = "stopCharging";
}
