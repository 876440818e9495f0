namespace Swarm.Vda5050;

/// <summary>What may be sent to a vehicle in a mode, and what it does in it (3.0: Table 11).</summary>
public static class OperatingModeExtensions
{
    extension(OperatingMode mode)
    {
        /// <summary>Automatic or semi-automatic: it drives its order.</summary>
        public bool IsControlled => mode is OperatingMode.Automatic or OperatingMode.SemiAutomatic;

        public bool TakesOrders => mode.IsControlled || mode is OperatingMode.Intervened;

        public bool TakesInstantAction(string actionType) =>
            mode.IsControlled || (mode is OperatingMode.Intervened && actionType == ActionTypes.CancelOrder);

        /// <summary>Whether the order is cleared when the mode is entered.</summary>
        public bool ClearsOrder => !mode.TakesOrders;
    }
}
