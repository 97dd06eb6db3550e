namespace Baton.Tests.Engine;

/// <summary>What customers write in the engine's tests.</summary>
internal static class Texts
{
    /// <summary>An article answers this.</summary>
    public const string Password = "Hi, I forgot my password and cannot get into my account. Could you please help me reset it? Thanks!";

    /// <summary>Nothing answers this; the agent asks once.</summary>
    public const string Vague = "It does not work any more. Please help.";

    /// <summary>A hard rule takes this to people at once.</summary>
    public const string Legal = "Our production system is down because of your API. This is unacceptable. Our lawyers will be in touch and we will take legal action.";

    public const string DoubleCharge = "The double charge of 49 USD for May is still on my statement. Could somebody please check it?";
}
