using System.Text.Json;

namespace Swarm.Vda5050;

/// <summary>Whether a vehicle can do an action, in this place, so, and with these parameters (7.10, mobileRobotActions).</summary>
internal static class ActionFit
{
    /// <summary>What every vehicle can do, listed or not (6.2.3).</summary>
    private static readonly HashSet<string> Everywhere =
    [
        ActionTypes.CancelOrder, ActionTypes.StartPause, ActionTypes.StopPause, ActionTypes.StateRequest, ActionTypes.FactsheetRequest,
        ActionTypes.ClearInstantActions, ActionTypes.ClearZoneActions, ActionTypes.Retry, ActionTypes.SkipRetry,
        ActionTypes.EnableZoneSet, ActionTypes.DeleteZoneSet,
    ];

    public static bool IsCommon(string actionType) => Everywhere.Contains(actionType);

    public static void Check(VehicleAction action, ActionScope scope, string path, FactsheetMessage factsheet, Checker checker)
    {
        if (factsheet.ProtocolFeatures.Action(action.ActionType) is not { } known)
        {
            checker.Require(scope == ActionScope.Instant && IsCommon(action.ActionType), $"{path}.actionType", Rule.UnsupportedAction,
                $"is '{action.ActionType}', which the vehicle does not know");
            return;
        }

        checker.Require(known.ActionScopes.Contains(scope) || (scope == ActionScope.Instant && IsCommon(action.ActionType)),
            $"{path}.actionType", Rule.UnsupportedAction, $"'{action.ActionType}' can be done {string.Join(", ", known.ActionScopes)}, not {scope}");
        if (scope != ActionScope.Instant && known.BlockingTypes is { Count: > 0 } blocking)
        {
            checker.Require(blocking.Contains(action.BlockingType), $"{path}.blockingType", Rule.UnsupportedAction,
                $"is {action.BlockingType}, '{action.ActionType}' can be {string.Join(", ", blocking)}");
        }

        if (known.ActionParameters is { } parameters)
            Check(action, parameters, path, checker);
    }

    private static void Check(VehicleAction action, IReadOnlyList<SupportedParameter> known, string path, Checker checker)
    {
        var given = action.ActionParameters ?? [];
        foreach (var needed in known.Where(parameter => parameter.IsOptional != true))
        {
            checker.Require(given.Any(parameter => parameter.Key == needed.Key), $"{path}.actionParameters", Rule.UnsupportedAction,
                $"lacks '{needed.Key}', which '{action.ActionType}' needs");
        }

        for (var i = 0; i < given.Count; i++)
        {
            var at = $"{path}.actionParameters[{i}]";
            if (known.FirstOrDefault(parameter => parameter.Key == given[i].Key) is not { } expected)
                checker.Add($"{at}.key", Rule.UnsupportedAction, $"is '{given[i].Key}', which '{action.ActionType}' does not take");
            else
                checker.Require(Fits(given[i].Value, expected.ValueDataType), $"{at}.value", Rule.UnsupportedAction, $"is no {expected.ValueDataType}");
        }
    }

    private static bool Fits(JsonElement value, ParameterType type) => type switch
    {
        ParameterType.Bool => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        ParameterType.Number => value.ValueKind == JsonValueKind.Number,
        ParameterType.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        ParameterType.String => value.ValueKind == JsonValueKind.String,
        ParameterType.Object => value.ValueKind == JsonValueKind.Object,
        _ => value.ValueKind == JsonValueKind.Array,
    };
}
