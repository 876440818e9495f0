namespace Swarm.Vda5050;

/// <summary>The names and the requirements of 2.1; what 3.0 added is left out when writing and ignored when reading.</summary>
internal sealed class Version2Shape : VersionShape
{
    public Version2Shape()
    {
        Orders();
        States();
        Factsheets();
        Loads();
    }

    /// <summary>2.1 lets visualization come without a header, and factsheet without half of it (its schemas).</summary>
    protected override bool NeedsHeader(Type message) => message != typeof(VisualizationMessage) && message != typeof(FactsheetMessage);

    private void Orders()
    {
        Drop<OrderMessage>("orderDescription");
        Rename<Node>(("nodeDescriptor", "nodeDescription"));
        Rename<VehicleAction>(("actionDescriptor", "actionDescription"));
        Drop<VehicleAction>("retriable");
        Change<NodePosition>("allowedDeviationXY", property => property.CustomConverter = RadiusConverter.Instance);
        Rename<Edge>(
            ("edgeDescriptor", "edgeDescription"),
            ("maximumSpeed", "maxSpeed"),
            ("maximumMobileRobotHeight", "maxHeight"),
            ("minimumLoadHandlingDeviceHeight", "minHeight"),
            ("reachOrientationBeforeEntering", "rotationAllowed"));
        Change<Edge>("reachOrientationBeforeEntering", property => property.CustomConverter = NegationConverter.Instance);
        Drop<Edge>("maxRotationSpeed");
        Rename<Edge>(("maximumRotationSpeed", "maxRotationSpeed"));
        Require<Edge>("startNodeId", "endNodeId");
        Require<Trajectory>("degree", "knotVector");
        Rename<Corridor>(("corridorReferencePoint", "corridorRefPoint"));
        Drop<Corridor>("releaseRequired", "releaseLossBehavior");
    }

    private void States()
    {
        Drop<StateMessage>(
            "zoneSets", "plannedPath", "intermediatePath", "zoneRequests", "edgeRequests", "instantActionStates", "zoneActionStates");
        Rename<StateMessage>(("mobileRobotPosition", "agvPosition"), ("powerSupply", "batteryState"));
        Rename<NodeState>(("nodeDescriptor", "nodeDescription"));
        Rename<EdgeState>(("edgeDescriptor", "edgeDescription"));
        Rename<ActionState>(("actionDescriptor", "actionDescription"), ("actionResult", "resultDescription"));
        Rename<MobileRobotPosition>(("localized", "positionInitialized"));
        Rename<PowerSupply>(("stateOfCharge", "batteryCharge"), ("range", "reach"));
        Drop<PowerSupply>("batteryCurrent");
        Drop<VehicleError>("errorDescriptionTranslations", "errorHintTranslations");
        Rename<Information>(("infoDescriptor", "infoDescription"));
        Rename<SafetyState>(("activeEmergencyStop", "eStop"));
        Rename<MapState>(("mapDescriptor", "mapDescription"));
        Drop<VisualizationMessage>("referenceStateHeaderId", "plannedPath", "intermediatePath");
        Rename<VisualizationMessage>(("mobileRobotPosition", "agvPosition"));
    }

    private void Factsheets()
    {
        Rename<FactsheetMessage>(("mobileRobotGeometry", "agvGeometry"), ("mobileRobotConfiguration", "vehicleConfig"));
        Rename<TypeSpecification>(
            ("mobileRobotKinematics", "agvKinematic"), ("mobileRobotClass", "agvClass"), ("maximumLoadMass", "maxLoadMass"));
        Change<TypeSpecification>("mobileRobotKinematics", property => property.CustomConverter = OpenNames.Kinematics);
        Change<TypeSpecification>("navigationTypes", property => property.CustomConverter = OpenNames.Navigation);
        Drop<TypeSpecification>("supportedZones");
        Rename<PhysicalParameters>(
            ("minimumSpeed", "speedMin"),
            ("maximumSpeed", "speedMax"),
            ("maximumAcceleration", "accelerationMax"),
            ("maximumDeceleration", "decelerationMax"),
            ("minimumHeight", "heightMin"),
            ("maximumHeight", "heightMax"));
        Optional<PhysicalParameters>("minimumHeight");
        Drop<PhysicalParameters>("minimumAngularSpeed", "maximumAngularSpeed");
        Rename<ProtocolLimits>(("maximumStringLengths", "maxStringLens"), ("maximumArrayLengths", "maxArrayLens"));
        Rename<StringLimits>(
            ("maximumMessageLength", "msgLen"),
            ("maximumTopicSerialLength", "topicSerialLen"),
            ("maximumTopicElementLength", "topicElemLen"),
            ("maximumIdLength", "idLen"),
            ("maximumEnumLength", "enumLen"),
            ("maximumLoadIdLength", "loadIdLen"));
        Drop<ArrayLimits>("zoneSet.zones", "state.instantActionStates", "state.zoneActionStates");
        Rename<ProtocolTiming>(("minimumOrderInterval", "minOrderInterval"), ("minimumStateInterval", "minStateInterval"));
        Rename<ProtocolFeatures>(("mobileRobotActions", "agvActions"));
        Rename<SupportedAction>(("actionResult", "resultDescription"));
        Drop<SupportedAction>("pauseAllowed", "cancelAllowed");
        Rename<Envelope2d>(("envelope2dId", "set"), ("vertices", "polygonPoints"));
        Rename<Envelope3d>(("envelope3dId", "set"));
        Drop<Envelope3d>("description");
        Drop<MobileRobotConfiguration>("batteryCharging");
    }

    private void Loads() => Rename<LoadSet>(
        ("maximumWeight", "maxWeight"),
        ("minimumLoadhandlingHeight", "minLoadhandlingHeight"),
        ("maximumLoadhandlingHeight", "maxLoadhandlingHeight"),
        ("minimumLoadhandlingDepth", "minLoadhandlingDepth"),
        ("maximumLoadhandlingDepth", "maxLoadhandlingDepth"),
        ("minimumLoadhandlingTilt", "minLoadhandlingTilt"),
        ("maximumLoadhandlingTilt", "maxLoadhandlingTilt"),
        ("maximumSpeed", "agvSpeedLimit"),
        ("maximumAcceleration", "agvAccelerationLimit"),
        ("maximumDeceleration", "agvDecelerationLimit"));
}
