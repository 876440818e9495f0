namespace Swarm.Vda5050;

/// <summary>All rules that a message can be checked by on its own.</summary>
public static class MessageCheck
{
    public static IReadOnlyList<Violation> Check(VdaMessage message, ProtocolVersion version)
    {
        var checker = new Checker(version);
        HeaderCheck.Check(message, checker);
        switch (message)
        {
            case OrderMessage order: OrderCheck.Check(order, checker); break;
            case InstantActionsMessage actions: ActionCheck.Check(actions, checker); break;
            case StateMessage state: StateCheck.Check(state, checker); break;
            case VisualizationMessage visualization: PositionCheck.Check(visualization.MobileRobotPosition, checker); break;
            case FactsheetMessage factsheet: FactsheetCheck.Check(factsheet, checker); break;
            case ZoneSetMessage zones: ZoneSetCheck.Check(zones, checker); break;
            case ResponsesMessage responses: Check(responses, checker); break;
        }

        return checker.Violations;
    }

    private static void Check(ResponsesMessage message, Checker checker)
    {
        for (var i = 0; i < message.Responses.Count; i++)
        {
            var response = message.Responses[i];
            checker.Id(response.RequestId, $"$.responses[{i}]", "requestId");
            checker.Require(response.LeaseExpiry is null || response.GrantType == GrantType.Granted, $"$.responses[{i}].leaseExpiry", Rule.Lease,
                $"is given to an answer that is {response.GrantType}");
        }
    }
}
