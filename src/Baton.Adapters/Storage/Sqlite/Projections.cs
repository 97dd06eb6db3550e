using Baton.Cases;

namespace Baton.Adapters.Storage.Sqlite;

/// <summary>What events mean for the tables beside the log: outbox and issues. In the transaction of the append.</summary>
internal static class Projections
{
    public static void Apply(Connection connection, IssueIndex issues, in CaseRow row, long position, CaseEvent e)
    {
        switch (e)
        {
            case MessageQueued x:
                OutboxRows.Queue(connection, row, position, x);
                break;
            case MessageSent x:
                OutboxRows.Sent(connection, row.Key, x.MessageId, x.At);
                break;
            case MessageDelayed x:
                OutboxRows.Delay(connection, row.Key, x);
                break;
            case MessageRefused x:
                OutboxRows.End(connection, row.Key, x.MessageId, DeliveryState.Refused);
                break;
            case MessageUncertain x:
                OutboxRows.End(connection, row.Key, x.MessageId, DeliveryState.Unknown);
                break;
            case MessageWithdrawn x:
                OutboxRows.End(connection, row.Key, x.MessageId, DeliveryState.Withdrawn);
                break;
            case ContextPreserved x:
                IssueRows.Put(connection, issues, row.Key, position, x.Preservation.Issue.Keywords);
                break;
            case CaseResolved x:
                IssueRows.SetResolution(connection, row.Key, x.Note ?? Words.Of(x.Kind));
                break;
            case CaseReopened:
                IssueRows.SetResolution(connection, row.Key, null);
                break;
            default:
                break;
        }
    }
}
