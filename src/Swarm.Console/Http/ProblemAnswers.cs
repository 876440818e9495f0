using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Swarm.OperatorConsole.Http;

/// <summary>
/// Gives every refusal that has no body yet (no such address, a method that an address does not have, a body of another kind) one that says
/// what it is, and tells of a fault of this program without its stack.
/// </summary>
internal sealed class ProblemAnswers : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        next(app);
    };
}
