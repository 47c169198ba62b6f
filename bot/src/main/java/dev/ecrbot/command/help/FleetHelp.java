package dev.ecrbot.command.help;

import dev.ecrbot.command.Examples;
import dev.ecrbot.command.Verb;
import dev.ecrbot.command.help.HelpPage.Example;
import dev.ecrbot.command.help.HelpPage.Term;
import dev.ecrbot.policy.source.CodeForm;
import java.util.List;

/** Help for the questions about all repositories at once. */
record FleetHelp(Examples examples) {
    private static final Term AGE =
            new Term("age", "Answered from an index that is some hours old at most; each answer says how old.");
    private static final Term FILE =
            new Term("as file", "At the end: the whole list comes as files, in your direct messages with ecr-bot.");

    private static final Term FRESH = new Term(
            "fresh",
            "Reads AWS before it answers: up to a hundred policies at once. For more, all is crawled, and the answer comes when"
                    + " that is done; ecr-bot begins that once in ten minutes at most, for all who ask.");

    VerbHelp access() {
        return new VerbHelp(
                "access <account> [role] [fresh] [as file] | access <@person>",
                "Show all that an account or a role reaches, or what a person asked for.",
                List.of(
                        new Example(examples.of(Verb.ACCESS), "What a role reaches, in all registries."),
                        new Example("/ecr access " + examples.account(), "What is reached from an account."),
                        new Example("/ecr access @U012AB3CD", "What a person asked for. Type @ and pick them.")),
                List.of(HelpTerms.ACCOUNT, HelpTerms.ROLE, FILE, AGE, FRESH));
    }

    VerbHelp audit() {
        return new VerbHelp(
                "audit [word] [fresh] [as file]",
                "Show what is wrong with the policies of all repositories.",
                List.of(
                        new Example("/ecr audit", "How much of what, by severity, for each registry."),
                        new Example(examples.of(Verb.AUDIT), "What lets everybody in, one by one."),
                        new Example("/ecr audit " + examples.repository(), "What is wrong with one repository.")),
                List.of(
                        new Term(
                                "word",
                                "A severity (error, warning, info), a part of a kind's name, a registry's account, a part of a"
                                        + " repository's name, or a pattern such as payments/*."),
                        FILE,
                        AGE,
                        FRESH));
    }

    VerbHelp drift() {
        return new VerbHelp(
                "drift [fresh] [as file]",
                "Show where policies differ from what ecr-bot has on record.",
                List.of(new Example(
                        examples.of(Verb.DRIFT),
                        "Grants whose statement is gone, and statements of ecr-bot's without a grant.")),
                List.of(FILE, AGE, FRESH));
    }

    VerbHelp export() {
        return new VerbHelp(
                "export <repository> [" + String.join("|", CodeForm.words()) + "]",
                "Show a repository's policy as code to paste.",
                List.of(
                        new Example(examples.of(Verb.EXPORT), "A resource of Terraform's."),
                        new Example("/ecr export " + examples.repository() + " cloudformation", "A template.")),
                List.of(HelpTerms.REPOSITORY));
    }
}
