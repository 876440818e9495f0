using Microsoft.Extensions.Logging;
using MQTTnet.Diagnostics.Logger;

namespace Swarm.Messaging;

/// <summary>
/// What MQTTnet's server has to say, in this program's log: its errors as warnings, and the rest, which tells of every client that came
/// and went, for who debugs.
/// </summary>
internal sealed partial class BrokerLog(ILogger logger) : IMqttNetLogger
{
    public bool IsEnabled => logger.IsEnabled(LogLevel.Warning);

    public void Publish(MqttNetLogLevel logLevel, string source, string message, object[]? parameters, Exception? exception)
    {
        var level = logLevel switch
        {
            MqttNetLogLevel.Error => LogLevel.Warning,
            MqttNetLogLevel.Warning => LogLevel.Debug,
            _ => LogLevel.Trace,
        };
        if (logger.IsEnabled(level))
            LogBroker(level, exception, source, parameters is { Length: > 0 } ? string.Format(null, message, parameters) : message);
    }

    [LoggerMessage(EventName = "Broker", Message = "{Source}: {Text}")]
    private partial void LogBroker(LogLevel level, Exception? exception, string source, string text);
}
