using Swarm.Domain;
using Swarm.Messaging;

namespace Swarm.EdgeSilo.Central;

/// <summary>The centre that a site belongs to.</summary>
/// <param name="Broker">Of the centre.</param>
/// <param name="Name">What sites call it: their site, as to it they are devices.</param>
/// <param name="SharePictures">Whether pictures may be sent to it.</param>
internal sealed record CentralOptions(BrokerAddress Broker, SiteId Name, bool SharePictures);
