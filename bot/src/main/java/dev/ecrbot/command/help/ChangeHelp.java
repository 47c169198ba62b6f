package dev.ecrbot.command.help;

import dev.ecrbot.command.Examples;
import dev.ecrbot.command.Verb;
import dev.ecrbot.command.help.HelpPage.Example;
import dev.ecrbot.command.help.HelpPage.Term;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.problem.Choice;
import java.util.List;

/** Help for the commands that ask for a change. */
record ChangeHelp(Examples examples, AccessCatalogue accesses) {

    VerbHelp grant() {
        String repository = examples.repository();
        String account = examples.account();
        return new VerbHelp(
                "grant <" + String.join("|", accesses.words())
                        + "> <repository> <account> [role] [for 7d | until 2026-12-31] [because …]",
                "Ask for access to a repository.",
                List.of(
                        new Example(examples.of(Verb.GRANT), "Pull for one role, for 7 days."),
                        new Example(
                                "/ecr grant push " + repository + " " + account + " user/ada until 2026-12-31",
                                "Push for one user, to the end of the year."),
                        new Example(
                                "/ecr grant read " + repository + " arn:aws:iam::222222222222:role/ci/deployer",
                                "Read for a role, named by its ARN."),
                        new Example(
                                "/ecr grant pull " + repository + " lambda:" + account + "/nightly-*",
                                "Pull for Lambda functions of another account."),
                        new Example(
                                "/ecr grant pull " + repository + "," + repository.replace("api", "worker") + " "
                                        + account + " ci-deployer,nightly-build",
                                "Up to 20 at once: lists with commas for repositories, accounts and roles, one rule, one decision."),
                        new Example(
                                "/ecr grant own pull " + repository + " " + account + " ci-deployer for 7d",
                                "A grant of ecr-bot's own, even where others have given the same."),
                        new Example(
                                "/ecr grant instead pull " + repository + " " + account + " ci-deployer for 7d",
                                "A grant of ecr-bot's own in place of what others wrote for the role.")),
                List.of(
                        HelpTerms.access(accesses),
                        HelpTerms.REPOSITORY,
                        HelpTerms.PATTERN,
                        HelpTerms.ACCOUNT,
                        HelpTerms.ROLE,
                        HelpTerms.OTHERS,
                        HelpTerms.END,
                        HelpTerms.BECAUSE));
    }

    VerbHelp breakGlass() {
        return new VerbHelp(
                "breakglass <" + String.join("|", accesses.words()) + "> <repository> <account> [role] because …",
                "Take access in an emergency, and be reviewed for it.",
                List.of(new Example(
                        examples.of(Verb.BREAKGLASS),
                        "At once and for a short time, where the rule lets you. It is told loudly, and ends unless an"
                                + " approver reviews it in time.")),
                List.of(
                        HelpTerms.access(accesses),
                        HelpTerms.REPOSITORY,
                        HelpTerms.ACCOUNT,
                        HelpTerms.ROLE,
                        new Term("because", "Why it can't wait. It has to be said.")));
    }

    VerbHelp revoke() {
        String repository = examples.repository();
        return new VerbHelp(
                "revoke <" + String.join("|", accesses.words()) + "|all> <repository> <account> [role] [because …]",
                "Ask to take access away.",
                List.of(
                        new Example(examples.of(Verb.REVOKE), "Pull, from one role."),
                        new Example(
                                "/ecr revoke all " + repository + " " + examples.account(),
                                "Everything that the account as a whole was given."),
                        new Example(
                                "/ecr revoke all " + repository + "," + repository.replace("api", "worker") + " "
                                        + examples.account() + " ci-deployer,nightly-build",
                                "Up to 20 at once, as in grant: one rule, one decision."),
                        new Example(
                                "/ecr revoke all " + repository + " AROAEXAMPLE1234567890",
                                "What a deleted role left behind, as status shows it.")),
                List.of(
                        new Term(
                                "access",
                                Choice.of(accesses.words()) + "; all takes away everything, whoever gave it."),
                        HelpTerms.REPOSITORY,
                        HelpTerms.PATTERN,
                        HelpTerms.ACCOUNT,
                        new Term(
                                "role",
                                "As in grant. Anything that status shows can stand for account and role: "
                                        + "*, an ARN, an id, a service."),
                        HelpTerms.BECAUSE));
    }

    VerbHelp extend() {
        return new VerbHelp(
                "extend <request> [for 30d | until 2026-12-31] [because …]",
                "Ask for a later end of what was given.",
                List.of(
                        new Example(
                                examples.of(Verb.EXTEND), "What the request with this id gave. It needs an approval."),
                        new Example("/ecr extend req-7k2m9xqa", "For as long as the rule allows."),
                        new Example(
                                "/ecr extend which " + examples.repository() + " " + examples.account()
                                        + " for 7d more",
                                "What this can mean, each with a button; “extend sales on payments/api by a week” does the same.")),
                List.of(
                        new Term("request", "The id of the request that gave the access."),
                        new Term(
                                "for, until",
                                "As in grant: for counts from now, not from the present end. "
                                        + "It can't bring the end forward: use end for that."),
                        HelpTerms.BECAUSE));
    }

    VerbHelp end() {
        return new VerbHelp(
                "end <request>",
                "End access before its time.",
                List.of(
                        new Example(
                                examples.of(Verb.END), "What the request with this id gave. No approval is needed."),
                        new Example(
                                "/ecr end which " + examples.account() + " " + examples.repository(),
                                "What this can mean, each with a button; “end the access of sales to payments/api” does the same.")),
                List.of(new Term(
                        "request",
                        "The id of the request that gave the access. Whoever asked for it can end it, and so"
                                + " can its approvers.")));
    }

    VerbHelp undo() {
        return new VerbHelp(
                "undo <request> [because …]",
                "Ask to take back what a request changed.",
                List.of(
                        new Example(
                                examples.of(Verb.UNDO),
                                "What the request with this id changed, be it a grant, a revocation, an extension or"
                                        + " an early end. It needs an approval."),
                        new Example(
                                "/ecr undo which " + examples.repository(),
                                "What can be undone there, each with a button; “undo payments/api” does the same.")),
                List.of(
                        new Term(
                                "request",
                                "The id of the request, as on its card. Its change has to be the last one to that"
                                        + " policy: an undo never wipes later changes."),
                        HelpTerms.BECAUSE));
    }
}
