namespace Baton.Tests.Reasoning.Local;

public class LanguageTests
{
    [Theory]
    [InlineData("en", "Hello, I cannot log in to my account since yesterday. Can you help?")]
    [InlineData("de", "Guten Tag, ich kann mich seit gestern nicht in mein Konto einloggen. Können Sie mir helfen?")]
    [InlineData("fr", "Bonjour, je ne peux plus me connecter à mon compte depuis hier. Pouvez-vous m'aider ?")]
    [InlineData("es", "Hola, desde ayer no puedo entrar en mi cuenta. ¿Me pueden ayudar, por favor?")]
    [InlineData("it", "Buongiorno, da ieri non riesco ad accedere al mio conto. Potete aiutarmi, per favore?")]
    [InlineData("nl", "Goedemorgen, ik kan sinds gisteren niet meer inloggen op mijn account. Kunnen jullie mij helpen?")]
    [InlineData("ru", "Здравствуйте, не могу войти")]
    [InlineData("pl", "Dzień dobry, od wczoraj nie mogę zalogować się na swoje konto. Czy możecie mi pomóc?")]
    [InlineData("pt", "Olá, desde ontem não consigo entrar na minha conta. Podem ajudar, por favor?")]
    public void Common_languages_are_told_apart(string language, string text) => Judged.Of(text).Labels.Language.ShouldBe(language);

    [Theory]
    [InlineData("")]
    [InlineData("Invoice 4711")]
    [InlineData("asdf qwertz uiop")]
    public void What_cannot_be_told_is_null(string text) => Judged.Of(text).Labels.Language.ShouldBeNull();
}
