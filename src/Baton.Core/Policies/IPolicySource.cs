namespace Baton.Policies;

/// <summary>The policy in force. It may change between two readings; whoever needs one view keeps what it read.</summary>
public interface IPolicySource
{
    Policy Current { get; }
}
