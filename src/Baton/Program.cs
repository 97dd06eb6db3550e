using Baton.Cli;

return await BatonCommandLine.RunAsync(args);
