using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Baton.Adapters.Storage.Sqlite;
using Baton.Api;
using Baton.Cases;
using Baton.Cli;
using Baton.Distribution;
using Baton.Learning.Online;
using Baton.Policies;
using Baton.Reasoning.Local.Models;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Baton.Hosting;

/// <summary>A started server. Starting checks configuration, policy and store first, so that what is wrong is a sentence and not a stack trace.</summary>
public sealed class BatonServer : IAsyncDisposable
{
    private const string DefaultUrl = "http://localhost:5080";
    private readonly WebApplication _app;

    private BatonServer(WebApplication app, BatonOptions options, bool isNew) => (_app, Options, IsNew) = (app, options, isNew);

    public IServiceProvider Services => _app.Services;

    public BatonOptions Options { get; }

    /// <summary>True when the data directory held no cases before.</summary>
    public bool IsNew { get; }

    /// <summary>Where it listens, with the port that was really taken.</summary>
    public IReadOnlyCollection<string> Addresses => [.. _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    /// <exception cref="StartException">It cannot start; the message says why.</exception>
    public static async Task<BatonServer> StartAsync(IEnumerable<KeyValuePair<string, string?>> commandLine, CancellationToken cancellationToken)
    {
        var listens = new StrongBox<bool>();
        var builder = Builder(commandLine, listens);
        var settings = StartChecks.Configuration(() => ServerConfiguration.Read(builder.Configuration));
        var options = settings.Options;
        var policy = StartChecks.FirstPolicy(options);
        StartChecks.Knowledge(options);
        var model = StartChecks.Model(options.ModelPath);
        // The store is opened before there is a host, so that its faults are told in a sentence; its logger lives as long as the process.
        var store = StartChecks.OpenStore(options, durable: true, LoggerFactory.Create(Logs.Configure).CreateLogger<SqliteCaseStore>());
        try
        {
            var isNew = (await store.ListAsync(new CaseQuery { Limit = 1 }, cancellationToken)).Items.Count == 0;
            var app = Build(builder, settings, policy, model, store);
            await ListenAsync(app, cancellationToken);
            listens.Value = true;
            return new BatonServer(app, options, isNew);
        }
        catch (StartException)
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Serves until the token or a signal says stop; then finishes or releases what is running.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplicationBuilder Builder(IEnumerable<KeyValuePair<string, string?>> commandLine, StrongBox<bool> listens)
    {
        // Settings are read once, at the start; watching for changes of them would watch every file under the data directory.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Configuration.AddEnvironmentVariables("BATON__");
        builder.Configuration.AddInMemoryCollection(commandLine);
        builder.WebHost.UseUrls(builder.Configuration["Urls"] ?? builder.Configuration["ASPNETCORE_URLS"] ?? DefaultUrl);
        Logs.Configure(builder.Logging);
        // Why it cannot listen is told once, as a sentence; the host would put a stack trace before it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => listens.Value && level >= LogLevel.Warning);
        return builder;
    }

    private static WebApplication Build(WebApplicationBuilder builder, ServerConfiguration settings, Policy policy, BaseModel model, SqliteCaseStore store)
    {
        var options = settings.Options;
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = options.MaxRequestBytes);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton<ICaseStore>(s => s.GetRequiredService<SqliteCaseStore>());
        builder.Services.AddBatonEngine(options, policy, model);
        builder.Services.AddSingleton(s => settings.Outbound.Create(options, s.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(settings.Inbound);
        builder.Services.AddSingleton<OutboxDispatcher>();
        builder.Services.AddSingleton<TimerService>();
        builder.Services.AddSingleton<Watchdog>();
        builder.Services.AddSingleton<LocalLearning>();
        builder.Services.AddHostedService<EngineService>();
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi("v1", OpenApiText.Describe);
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));

        var app = builder.Build();
        app.UseProblemDocuments();
        app.MapTickets();
        app.MapTicketCommands();
        app.MapInbound();
        app.MapModels();
        app.MapHealth();
        app.MapOpenApi("/openapi/{documentName}.json");
        return app;
    }

    private static async Task ListenAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            var urls = app.Configuration["Urls"] ?? DefaultUrl;
            await app.DisposeAsync();
            throw new StartException(ExitCode.Failed, $"Cannot listen on {urls}: {exception.InnerException!.Message}. Stop what uses the port, or choose another with --urls.", exception);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidOperationException or SocketException)
        {
            await app.DisposeAsync();
            throw new StartException(ExitCode.WrongUsage, $"Urls cannot be used: {exception.Message}", exception);
        }
    }
}
