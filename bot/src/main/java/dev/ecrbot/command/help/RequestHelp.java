package dev.ecrbot.command.help;

import dev.ecrbot.command.Examples;
import dev.ecrbot.command.Verb;
import dev.ecrbot.command.help.HelpPage.Example;
import dev.ecrbot.command.help.HelpPage.Term;
import java.util.List;

/** Help for the commands about requests. */
record RequestHelp(Examples examples) {

    VerbHelp requests() {
        return new VerbHelp(
                "requests [mine|pending|for me|ending|all] [word] [page 2]",
                "List your requests, those that wait, what ends within a week, or all.",
                List.of(
                        new Example("/ecr requests", "Your own."),
                        new Example("/ecr requests pending", "All that wait for a decision."),
                        new Example(
                                "/ecr requests pending " + examples.repository(),
                                "Of these, those with that word in them."),
                        new Example("/ecr requests for me", "Those that wait for you."),
                        new Example(
                                "/ecr requests ending",
                                "What ends within a week, soonest first, whoever asked for it."),
                        new Example("/ecr requests all page 2", "All that there ever were, from the eleventh on.")),
                List.of(
                        new Term("mine", "Those you asked for. That is also what requests alone shows."),
                        new Term("pending", "Those that wait for a decision."),
                        new Term("for me", "Of these, those whose approvers you are among."),
                        new Term("ending", "Those that gave what ends within a week."),
                        new Term("all", "All that there ever were."),
                        HelpTerms.WORD));
    }

    VerbHelp show() {
        return new VerbHelp(
                "show <request>",
                "Show the whole story of a request.",
                List.of(
                        new Example(examples.of(Verb.SHOW), "The request with this id."),
                        new Example("/ecr show 7k2m9xqa", "The same, without req-.")),
                List.of(new Term("request", "The request's id, as on its card.")));
    }

    VerbHelp history() {
        return new VerbHelp(
                "history <repository> [fresh] [page 2]",
                "Show what was asked and done about a repository, newest first.",
                List.of(
                        new Example(examples.of(Verb.HISTORY), "With changes by others that ecr-bot came upon."),
                        new Example("/ecr history " + examples.repository() + " page 2", "What was before that.")),
                List.of(HelpTerms.REPOSITORY, HelpTerms.PATTERN, HelpTerms.FRESH));
    }

    VerbHelp doctor() {
        return new VerbHelp(
                "doctor",
                "Look at all that ecr-bot itself needs, and say what is to mend; for those who look after it.",
                List.of(new Example(
                        examples.of(Verb.DOCTOR), "Tokens, channels, people, database, registries; changes nothing.")),
                List.of());
    }

    VerbHelp cancel() {
        return new VerbHelp(
                "cancel <request>",
                "Take back a request of yours that is not decided yet.",
                List.of(
                        new Example(examples.of(Verb.CANCEL), "The request with this id."),
                        new Example("/ecr cancel which", "Those of yours that wait, each with a button.")),
                List.of(new Term("request", "The request's id, as on its card.")));
    }
}
