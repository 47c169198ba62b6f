package dev.ecrbot.command;

import dev.ecrbot.command.HelpPage.Example;
import dev.ecrbot.command.HelpPage.Term;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.problem.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What help says, with examples that use the configured names. Immutable. */
public final class HelpText {
    private static final Term REPOSITORY = new Term(
            "repository",
            "A name, registry:name, registry/region:name, an image URI or an ARN. A tag or digest is left out.");
    private static final Term PATTERN = new Term(
            "pattern",
            "payments/* in place of a repository stands for every repository whose name matches, now or later. * alone"
                    + " is all of the registry in that Region. A rule has to allow patterns.");
    private static final Term WORD = new Term(
            "word",
            "Shows only what has this word in it: an account, a role, a repository. For lists that are too long.");
    private static final Term ACCOUNT = new Term(
            "account",
            "A configured name or 12 digits. The ARN of a role, a user or a session names account and role at once.");
    private static final Term ROLE = new Term(
            "role",
            "A role's name with or without its path, or user/NAME. Without it, the whole account. "
                    + "If the role's name is also a word of the command, write role/NAME.");
    private static final Term OTHERS = new Term(
            "org, lambda",
            "In place of account and role: org:NAME or org:o-… for an organization, with /r-…/ou-… for a unit of it; "
                    + "lambda:ACCOUNT for the Lambda functions of an account, lambda:ACCOUNT/ci-* for some of them.");
    private static final Term END = new Term(
            "for, until",
            "for 30m, 8h, 7d or 2w; until 2026-12-31 (the end of that day), or until 2026-12-31 18:00. "
                    + "UTC, unless a zone such as +02:00 follows. Put it before because.");
    private static final Term BECAUSE = new Term(
            "because",
            "Why, for the people who decide: all the rest of the line, up to " + Reason.LONGEST + " characters.");

    private final Examples examples;
    private final AccessCatalogue accesses;

    public HelpText(Names names) {
        this.examples = new Examples(names);
        this.accesses = names.accesses();
    }

    /** Returns the page for a command's word; the general one without a word or for one that isn't a command. */
    public HelpPage page(Optional<String> command) {
        return command.flatMap(Verb::byWord).map(this::page).orElseGet(this::general);
    }

    private HelpPage general() {
        var lines = Arrays.stream(Verb.values())
                .map(verb -> new Example(examples.of(verb), purpose(verb)))
                .toList();
        return new HelpPage(
                "ecr-bot",
                "Ask here for access to a container repository from another AWS account. "
                        + "Somebody approves it on a card, and you get the commands to log in with.",
                lines,
                List.of(new Term("help <command>", "More about one command.")));
    }

    private HelpPage page(Verb verb) {
        return new HelpPage("/ecr " + usage(verb), purpose(verb), lines(verb), terms(verb));
    }

    private String usage(Verb verb) {
        String words = String.join("|", accesses.words());
        return switch (verb) {
            case GRANT ->
                "grant <" + words + "> <repository> <account> [role] " + "[for 7d | until 2026-12-31] [because …]";
            case REVOKE -> "revoke <" + words + "|all> <repository> <account> [role] [because …]";
            case STATUS -> "status <repository>";
            case REQUESTS -> "requests [mine|pending] [word]";
            case EXTEND -> "extend <request> [for 30d | until 2026-12-31] [because …]";
            case END -> "end <request>";
            case UNDO -> "undo <request> [because …]";
            case CANCEL -> "cancel <request>";
            case LOGIN -> "login <repository>";
            case HELP -> "help [command]";
        };
    }

    private static String purpose(Verb verb) {
        return switch (verb) {
            case GRANT -> "Ask for access to a repository.";
            case REVOKE -> "Ask to take access away.";
            case STATUS -> "Show who has access to a repository.";
            case REQUESTS -> "List your requests, or those that wait for a decision.";
            case EXTEND -> "Ask for a later end of what was given.";
            case END -> "End access before its time.";
            case UNDO -> "Ask to take back what a request changed.";
            case CANCEL -> "Take back a request of yours that is not decided yet.";
            case LOGIN -> "Show how to log in to a repository.";
            case HELP -> "Show this, or more about one command.";
        };
    }

    private List<Example> lines(Verb verb) {
        String repository = examples.repository();
        return switch (verb) {
            case GRANT -> grants(repository, examples.account());
            case REVOKE -> revocations(repository, examples.account());
            case STATUS, LOGIN ->
                List.of(
                        new Example("/ecr " + verb.word() + " " + repository, "A repository by its name."),
                        new Example(
                                "/ecr " + verb.word()
                                        + " 111111111111.dkr.ecr.us-west-2.amazonaws.com/payments/api:latest",
                                "A repository by an image in it."));
            case REQUESTS ->
                List.of(
                        new Example("/ecr requests", "Your own."),
                        new Example("/ecr requests pending", "All that wait for a decision."),
                        new Example("/ecr requests pending " + repository, "Of these, those with that word in them."));
            case EXTEND ->
                List.of(
                        new Example(examples.of(verb), "What the request with this id gave. It needs an approval."),
                        new Example("/ecr extend req-7k2m9xqa", "For as long as the rule allows."));
            case END ->
                List.of(
                        new Example(examples.of(verb), "What the request with this id gave. No approval is needed."),
                        new Example("/ecr status " + repository, "Shows which request gave what."));
            case UNDO ->
                List.of(
                        new Example(
                                examples.of(verb),
                                "What the request with this id changed, be it a grant, a revocation, an extension or"
                                        + " an early end. It needs an approval."),
                        new Example("/ecr requests", "Shows the ids of your requests."));
            case CANCEL ->
                List.of(
                        new Example(examples.of(verb), "The request with this id."),
                        new Example("/ecr requests mine", "Shows the ids of your requests."));
            case HELP ->
                List.of(new Example("/ecr help", "All commands."), new Example("/ecr help grant", "More about grant."));
        };
    }

    private List<Example> grants(String repository, String account) {
        return List.of(
                new Example(examples.of(Verb.GRANT), "Pull for one role, for 7 days."),
                new Example(
                        "/ecr grant push " + repository + " " + account + " user/ada until 2026-12-31",
                        "Push for one user, to the end of the year."),
                new Example(
                        "/ecr grant read " + repository + " arn:aws:iam::222222222222:role/ci/deployer",
                        "Read for a role, named by its ARN."),
                new Example(
                        "/ecr grant pull " + repository + " lambda:" + account + "/nightly-*",
                        "Pull for Lambda functions of another account."));
    }

    private List<Example> revocations(String repository, String account) {
        return List.of(
                new Example(examples.of(Verb.REVOKE), "Pull, from one role."),
                new Example(
                        "/ecr revoke all " + repository + " " + account,
                        "Everything that the account as a whole was given."),
                new Example(
                        "/ecr revoke all " + repository + " AROAEXAMPLE1234567890",
                        "What a deleted role left behind, as status shows it."));
    }

    private Term access() {
        return new Term(
                "access",
                accesses.entries().stream()
                        .map(entry -> entry.access() + ": " + entry.use() + ".")
                        .collect(Collectors.joining(" ")));
    }

    private List<Term> revokeTerms() {
        return List.of(
                new Term("access", Choice.of(accesses.words()) + "; all takes away everything, whoever gave it."),
                REPOSITORY,
                PATTERN,
                ACCOUNT,
                new Term(
                        "role",
                        "As in grant. Anything that status shows can stand for account and role: "
                                + "*, an ARN, an id, a service."),
                BECAUSE);
    }

    private List<Term> terms(Verb verb) {
        return switch (verb) {
            case GRANT -> List.of(access(), REPOSITORY, PATTERN, ACCOUNT, ROLE, OTHERS, END, BECAUSE);
            case REVOKE -> revokeTerms();
            case STATUS -> List.of(REPOSITORY, PATTERN, WORD);
            case LOGIN -> List.of(REPOSITORY);
            case REQUESTS ->
                List.of(
                        new Term("mine", "Those you asked for. That is also what requests alone shows."),
                        new Term("pending", "Those that wait for a decision."),
                        WORD);
            case EXTEND ->
                List.of(
                        new Term("request", "The id of the request that gave the access."),
                        new Term(
                                "for, until",
                                "As in grant: for counts from now, not from the present end. "
                                        + "It can't bring the end forward: use end for that."),
                        BECAUSE);
            case END ->
                List.of(new Term(
                        "request",
                        "The id of the request that gave the access. Whoever asked for it can end it, and so"
                                + " can its approvers."));
            case UNDO ->
                List.of(
                        new Term(
                                "request",
                                "The id of the request, as on its card. Its change has to be the last one to that"
                                        + " policy: an undo never wipes later changes."),
                        BECAUSE);
            case CANCEL -> List.of(new Term("request", "The request's id, as on its card."));
            case HELP -> List.of(new Term("command", Misread.list(Verb.words()) + "."));
        };
    }
}
