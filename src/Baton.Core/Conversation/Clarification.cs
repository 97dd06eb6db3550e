using Baton.Cases;
using Baton.Classification;

namespace Baton.Conversation;

/// <summary>The one question that helps most: by category, what is missing. Pure, and a table.</summary>
public static class Clarification
{
    // For each category the questions in order; the first whose answer is missing is asked, the last one always can be.
    private static readonly IReadOnlyDictionary<Category, IReadOnlyList<(string Question, Func<Entities, bool> Missing)>> ByCategory =
        new Dictionary<Category, IReadOnlyList<(string, Func<Entities, bool>)>>
        {
            [Category.Shipping] = [("question_order", e => e.OrderIds.Count == 0), ("question_delivery", Always)],
            [Category.Technical] = [("question_error", e => e.ErrorCodes.Count == 0), ("question_steps", Always)],
            [Category.BugReport] = [("question_error", e => e.ErrorCodes.Count == 0), ("question_steps", Always)],
            [Category.Integration] = [("question_request", e => e.TechnicalTerms.Count == 0), ("question_error", e => e.ErrorCodes.Count == 0), ("question_steps", Always)],
            [Category.Billing] = [("question_invoice", e => e.Amounts.Count == 0 && e.OrderIds.Count == 0), ("question_charge", Always)],
            [Category.Account] = [("question_account", Always)],
            [Category.Product] = [("question_product", Always)],
            [Category.Security] = [("question_security", Always)],
            [Category.FeatureRequest] = [("question_feature", Always)],
            [Category.GeneralInquiry] = [("question_general", Always)],
        };

    /// <summary>The names of all questions' templates.</summary>
    public static IReadOnlyList<string> Questions { get; } = [.. ByCategory.Values.SelectMany(q => q).Select(q => q.Question).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The template of the question to ask.</summary>
    public static string QuestionFor(TicketClassification? classification)
    {
        var entities = classification?.Entities ?? new Entities();
        return ByCategory[classification?.Category ?? Category.GeneralInquiry].First(q => q.Missing(entities)).Question;
    }

    private static bool Always(Entities entities) => true;
}
