using Baton.Cases;
using Baton.Distribution;
using Baton.Intake;
using Baton.Knowledge;
using Baton.Learning.Online;
using Baton.Pipeline;
using Baton.Policies;
using Baton.Reasoning;
using Baton.Reasoning.Local;
using Baton.Reasoning.Local.Models;

namespace Baton.Hosting;

/// <summary>The registrations that make the engine. Server, triage and tests use these same ones, so that none runs another pipeline than production.</summary>
public static class BatonEngine
{
    public static IServiceCollection AddBatonEngine(this IServiceCollection services, BatonOptions options, Policy policy, BaseModel basis)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new Random());
        services.AddSingleton(options);
        services.AddSingleton(options.Node);
        services.AddSingleton(s => PolicyLoading.Source(options, policy, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<PolicySource>>()));
        services.AddSingleton<IPolicySource>(s => s.GetRequiredService<PolicySource>());
        services.AddSingleton(s => Knowledge(options, s));
        services.AddSingleton<IKnowledge>(s => s.GetRequiredService<KnowledgeSource>());
        services.AddSingleton(new CheckpointFolder(options.DataDirectory, basis));
        services.AddSingleton<LocalModels>();
        services.AddSingleton<IReasoner>(s => new LocalReasoner(s.GetRequiredService<LocalModels>()));

        services.AddSingleton<Signal>();
        services.AddSingleton<InProcessQueue>();
        services.AddSingleton<ICaseQueue>(s => s.GetRequiredService<InProcessQueue>());
        services.AddSingleton<RestedCases>();
        services.AddSingleton<CaseWaiting>();

        services.AddSingleton(s => Steps.Create(
            s.GetRequiredService<ICaseStore>(), s.GetRequiredService<IReasoner>(), s.GetRequiredService<IKnowledge>(), crm: null, s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<CaseCommands>();
        services.AddSingleton<CaseRunner>();
        services.AddSingleton<RunnerPool>();
        services.AddSingleton<TicketIds>();
        return services;
    }

    private static KnowledgeSource Knowledge(BatonOptions options, IServiceProvider services)
    {
        var logger = services.GetRequiredService<ILogger<KnowledgeSource>>();
        return options.KnowledgePath is { } path
            ? new KnowledgeSource(new ArticleFolder(path), services.GetRequiredService<TimeProvider>(), logger)
            : new KnowledgeSource(EmbeddedDefaults.Articles(), logger);
    }
}
