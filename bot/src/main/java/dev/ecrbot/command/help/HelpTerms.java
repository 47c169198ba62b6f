package dev.ecrbot.command.help;

import dev.ecrbot.command.help.HelpPage.Term;
import dev.ecrbot.command.word.Reason;
import dev.ecrbot.ecr.AccessCatalogue;
import java.util.stream.Collectors;

/** The words that several commands take. */
final class HelpTerms {
    static final Term REPOSITORY = new Term(
            "repository",
            "A name, registry:name, registry/region:name, an image URI or an ARN. A tag or digest is left out.");
    static final Term PATTERN = new Term(
            "pattern",
            "payments/* in place of a repository stands for every repository whose name matches, now or later. * alone"
                    + " is all of the registry in that Region. A rule has to allow patterns.");
    static final Term FRESH = new Term(
            "fresh", "At the end: reads AWS now. Without it the answer is from the index, and says how old that is.");

    static final Term WORD = new Term(
            "word",
            "Shows only what has this word in it: an account, a role, a repository. For lists that are too long.");
    static final Term ACCOUNT = new Term(
            "account",
            "A configured name or 12 digits. The ARN of a role, a user or a session names account and role at once.");
    static final Term ROLE = new Term(
            "role",
            "A role's name with or without its path, or user/NAME. Without it, the whole account. "
                    + "If the role's name is also a word of the command, write role/NAME.");
    static final Term OTHERS = new Term(
            "org, lambda",
            "In place of account and role: org:NAME or org:o-… for an organization, with /r-…/ou-… for a unit of it; "
                    + "lambda:ACCOUNT for the Lambda functions of an account, lambda:ACCOUNT/ci-* for some of them.");
    static final Term END = new Term(
            "for, until",
            "for 30m, 8h, 7d or 2w; until 2026-12-31 (the end of that day), or until 2026-12-31 18:00. "
                    + "UTC, unless a zone such as +02:00 follows. Put it before because.");
    static final Term BECAUSE = new Term(
            "because",
            "Why, for the people who decide: all the rest of the line, up to " + Reason.LONGEST + " characters.");

    private HelpTerms() {}

    static Term access(AccessCatalogue accesses) {
        return new Term(
                "access",
                accesses.entries().stream()
                        .map(entry -> entry.access() + ": " + entry.use() + ".")
                        .collect(Collectors.joining(" ")));
    }
}
