namespace Baton.Policies.Reading;

/// <summary>How the agent converses, and how outcomes are followed.</summary>
internal static class ConversationSection
{
    public static ConversationPolicy Read(PolicyNode section)
    {
        var standard = new ConversationPolicy();
        return !section.Given ? standard : new ConversationPolicy
        {
            QuietSeconds = section["quietSeconds"].Number(0, 600, standard.QuietSeconds),
            MaxWords = section["maxWords"].Whole(20, 2000, standard.MaxWords),
            MailsPerHour = section["mailsPerHour"].Whole(1, 1000, standard.MailsPerHour),
            FollowUpHours = section["followUpHours"].Number(0.1, 720, standard.FollowUpHours),
            Languages = section["languages"] is { Given: true } languages ? Languages(languages) : standard.Languages,
            AnswerScore = section["answerScore"].Number(0, 1, standard.AnswerScore),
        };
    }

    public static OutcomePolicy ReadOutcomes(PolicyNode section)
    {
        var standard = new OutcomePolicy();
        if (!section.Given)
            return standard;
        var outcomes = new OutcomePolicy
        {
            ResolutionCheckHours = section["resolutionCheckHours"].Number(0.1, 720, standard.ResolutionCheckHours),
            SurveyHours = section["surveyHours"].Number(0.1, 720, standard.SurveyHours),
            FinalAnalysisHours = section["finalAnalysisHours"].Number(0.1, 2160, standard.FinalAnalysisHours),
            DurableDays = section["durableDays"].Number(1, 90, standard.DurableDays),
            SameIssueSimilarity = section["sameIssueSimilarity"].Number(0, 1, standard.SameIssueSimilarity),
        };
        if (outcomes.FinalAnalysisHours < outcomes.ResolutionCheckHours)
            section["finalAnalysisHours"].Refuse("must not be less than resolutionCheckHours: the final analysis looks at what the check found");
        return outcomes;
    }

    private static List<string> Languages(PolicyNode list)
    {
        var languages = new List<string>();
        foreach (var item in list.Items())
        {
            var code = item.Text("a language's two letters, such as en");
            if (code.Length > 0 && !(code.Length == 2 && code.All(char.IsAsciiLetterLower)))
                item.Refuse($"must be a language's two small letters, such as en, not '{code}'");
            languages.Add(code);
        }
        if (list.IsEmptyList)
            list.Refuse("must name at least one language, such as [en]");
        return languages;
    }
}
