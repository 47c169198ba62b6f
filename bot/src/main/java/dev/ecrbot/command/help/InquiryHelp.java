package dev.ecrbot.command.help;

import dev.ecrbot.command.Examples;
import dev.ecrbot.command.Verb;
import dev.ecrbot.command.help.HelpPage.Example;
import dev.ecrbot.command.help.HelpPage.Term;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.LoginTool;
import java.util.List;
import java.util.stream.Stream;

/** Help for the commands that only look something up. */
record InquiryHelp(Examples examples, AccessCatalogue accesses) {

    VerbHelp status() {
        return new VerbHelp(
                "status <repository> [word] [fresh] [page 2]",
                "Show who has access to a repository.",
                byNameOrImage(Verb.STATUS),
                List.of(HelpTerms.REPOSITORY, HelpTerms.PATTERN, HelpTerms.WORD, HelpTerms.FRESH));
    }

    VerbHelp login() {
        return new VerbHelp(
                "login <repository|registry host> [for kubernetes]",
                "Show how to log in to a repository.",
                Stream.concat(
                                byNameOrImage(Verb.LOGIN).stream(),
                                Stream.of(
                                        new Example(
                                                "/ecr login " + examples.repository() + " for kubernetes",
                                                "With something else than docker."),
                                        new Example(
                                                "/ecr login 111111111111.dkr.ecr.us-west-2.amazonaws.com",
                                                "A registry by its host.")))
                        .toList(),
                List.of(
                        HelpTerms.REPOSITORY,
                        new Term("for", "What logs in: " + String.join(", ", LoginTool.words()) + ".")));
    }

    VerbHelp who() {
        return new VerbHelp(
                "who <" + String.join("|", accesses.words()) + "> <repository> [fresh] [page 2]",
                "Show who may pull from a repository, or push to it.",
                List.of(
                        new Example(examples.of(Verb.WHO), "All who may pull."),
                        new Example("/ecr who push " + examples.repository(), "All who may push.")),
                List.of(
                        HelpTerms.access(accesses),
                        HelpTerms.REPOSITORY,
                        HelpTerms.FRESH,
                        new Term(
                                "not there yet",
                                "For a repository that isn't there, it is told who could if it were made now.")));
    }

    VerbHelp can() {
        String account = examples.account();
        return new VerbHelp(
                "can <account> [role] <" + String.join("|", accesses.words()) + "> <repository> [fresh]",
                "Show whether somebody may pull from a repository, or push to it, and what decides.",
                List.of(
                        new Example(examples.of(Verb.CAN), "A role of another account."),
                        new Example("/ecr can " + account + " user/ada push " + examples.repository(), "A user."),
                        new Example(
                                "/ecr can arn:aws:iam::222222222222:role/ci/deployer pull " + examples.repository(),
                                "A role, named by its ARN.")),
                List.of(
                        HelpTerms.ACCOUNT,
                        HelpTerms.ROLE,
                        HelpTerms.OTHERS,
                        HelpTerms.access(accesses),
                        HelpTerms.REPOSITORY,
                        HelpTerms.FRESH));
    }

    VerbHelp rules() {
        return new VerbHelp(
                "rules [repository]",
                "Show what can be asked, of whom, and for how long.",
                List.of(
                        new Example(examples.of(Verb.RULES), "For this repository."),
                        new Example("/ecr rules", "All rules, in the order in which they are tried.")),
                List.of(HelpTerms.REPOSITORY));
    }

    VerbHelp whoAmI() {
        return new VerbHelp(
                "whoami",
                "Show who you are to ecr-bot, and what you may ask for and approve.",
                List.of(new Example(examples.of(Verb.WHOAMI), "You, your user groups, and the rules that list you.")),
                List.of());
    }

    VerbHelp explain() {
        return new VerbHelp(
                "explain <pasted error>",
                "Explain why a pull, a push or a login failed.",
                List.of(
                        new Example(
                                examples.of(Verb.EXPLAIN),
                                "Paste the whole error, of one line or several: of docker, kubectl, ECS, Terraform, AWS's own.")),
                List.of(new Term(
                        "pasted error",
                        "From “User:” or from the image's name on, to its end. Only you see the answer, and nobody"
                                + " keeps the text.")));
    }

    private List<Example> byNameOrImage(Verb verb) {
        return List.of(
                new Example("/ecr " + verb.word() + " " + examples.repository(), "A repository by its name."),
                new Example(
                        "/ecr " + verb.word() + " 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:latest",
                        "A repository by an image in it."));
    }
}
