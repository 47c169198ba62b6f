package dev.ecrbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.Parsed.Understood;
import dev.ecrbot.command.word.TypedText;
import dev.ecrbot.command.word.Until;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.LoginTool;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.Guess;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class CommandProperties {
    private static final Duration QUICKLY = Duration.ofSeconds(2);

    @Property(tries = 2000)
    void anyStringIsAnswered(@ForAll String text) {
        answered(text);
    }

    @Property(tries = 5000)
    void anyLineOfAlmostRightWordsIsAnswered(@ForAll("almostRight") String text) {
        answered(text);
    }

    @Property(tries = 300)
    void longRunsOfOneThingAreAnsweredQuickly(@ForAll("runs") String text) {
        long start = System.nanoTime();
        answered(text);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICKLY);
    }

    @Property(tries = 2000)
    void whatIsPrintedIsParsedToTheSame(@ForAll("commands") Command command) {
        assertThat(Here.understood(Here.PARSER, SlackTyping.escaped(command.text())))
                .isEqualTo(command);
    }

    @Property(tries = 2000)
    void whatSlackMakesOfItMeansTheSame(@ForAll("commands") Command command) {
        assertThat(Here.understood(Here.PARSER, SlackTyping.mangled(command.text())))
                .isEqualTo(command);
    }

    @Property(tries = 2000)
    void cleaningTwiceIsCleaningOnce(@ForAll String text) {
        String once = TypedText.of(text).text();
        assertThat(TypedText.of(once).text()).isEqualTo(once);
    }

    @Property
    void distanceIsTheSameBothWays(@ForAll("words") String a, @ForAll("words") String b) {
        assertThat(Guess.distance(a, b))
                .isEqualTo(Guess.distance(b, a))
                .isBetween(Math.abs(a.length() - b.length()), Math.max(a.length(), b.length()));
    }

    private static void answered(String text) {
        for (CommandParser parser : new CommandParser[] {Here.PARSER, Here.PARSER_OF_TWO}) {
            Parsed parsed = parser.parse(text);
            if (parsed instanceof Understood understood) {
                assertThat(understood.command().text()).isNotBlank();
            } else {
                assertThat(Here.misunderstood(parser, text).text()).hasSizeLessThan(1000);
            }
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().alpha().ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> almostRight() {
        Arbitrary<String> piece = Arbitraries.of(
                "grant",
                "revoke",
                "status",
                "login",
                "cancel",
                "help",
                "requests",
                "pull",
                "push-only",
                "all",
                "payments/api",
                "central:",
                "central/eu-west-1:",
                "111111111111.dkr.ecr.us-west-2.amazonaws.com/",
                "arn:aws:ecr:us-west-2:111111111111:repository/",
                "https://",
                ":latest",
                "@sha256:ab",
                "sales",
                "222222222222",
                "ci-deployer",
                "role/",
                "user/",
                "root",
                "arn:",
                "arn:aws:iam::222222222222:",
                "arn:aws:sts::222222222222:assumed-role/",
                "for",
                "until",
                "because",
                "7",
                "7d",
                "days",
                "1h30m",
                "2026-12-31",
                "18:00",
                "T",
                "+02:00",
                "UTC",
                "*",
                "/",
                ":",
                "\"",
                "'",
                "<",
                ">",
                "|",
                "&",
                "&amp;",
                "<@",
                "<!",
                "#",
                "\u200B",
                "\uD800",
                "\u00A0",
                "—",
                "`");
        Arbitrary<String> glue =
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(" ")), Tuple.of(1, Arbitraries.just("")));
        return Combinators.combine(piece, glue)
                .as((p, g) -> p + g)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> runs() {
        Arbitrary<String> start = Arbitraries.of(
                "",
                "status ",
                "status central/",
                "grant pull payments/api sales ",
                "grant pull payments/api sales for ",
                "grant pull payments/api sales until ",
                "revoke all payments/api ",
                "status 111111111111.dkr.ecr.",
                "revoke all payments/api arn:aws:iam::222222222222:role/");
        Arbitrary<String> unit = Arbitraries.of(
                "a", "a/", "a-", "-", "_", "/", ":", "::", "@", "1", "1a", "1d", "<", "<@", "<a|", "&lt;", "\"", "' ",
                "` ", "é", ".", "1 d ", "\u200B", "us-", "A", "&amp;");
        return Combinators.combine(start, unit).as((s, u) -> s + u.repeat((4000 - s.length()) / u.length()));
    }

    private static Arbitrary<Integer> pages() {
        return Arbitraries.integers().between(1, 999);
    }

    private static Arbitrary<Boolean> fresh() {
        return Arbitraries.of(true, false);
    }

    private Arbitrary<Inquiry> inquiries() {
        Arbitrary<Access> access = Arbitraries.of(StandardAccess.CATALOGUE.accesses());
        Arbitrary<Integer> page = pages();
        return Arbitraries.oneOf(
                Combinators.combine(access, repositories(), fresh(), pages()).as(Inquiry.Who::new),
                Combinators.combine(targets(), fresh(), page).as(Inquiry.History::new),
                broad(),
                broad().map(FleetInquiry.Fresh::new),
                repositories().optional().map(Inquiry.Rules::new),
                Arbitraries.just(new Inquiry.WhoAmI()),
                Arbitraries.strings()
                        .alpha()
                        .numeric()
                        .ofMinLength(1)
                        .ofMaxLength(20)
                        .map(Inquiry.Show::new));
    }

    private Arbitrary<FleetInquiry.Broad> broad() {
        Arbitrary<FleetInquiry.Listing> lists = Arbitraries.oneOf(
                Combinators.combine(narrowing(), pages()).as(FleetInquiry.Audit::new),
                pages().map(FleetInquiry.Drift::new));
        return Arbitraries.oneOf(lists, lists.map(FleetInquiry.AsFile::new));
    }

    @Provide
    Arbitrary<Command> commands() {
        return Arbitraries.oneOf(
                grants(),
                revocations(),
                Combinators.combine(targets(), narrowing(), fresh(), pages()).as(Command.Status::new),
                Combinators.combine(
                                repositories().map(ref -> new TargetRef(ref.registry(), ref.repository())),
                                Arbitraries.of(LoginTool.class).optional())
                        .as(Login::new),
                Combinators.combine(
                                Arbitraries.of(WhoseRequests.class),
                                narrowing(),
                                Arbitraries.integers().between(1, 999))
                        .as(Command.Requests::new),
                inquiries().map(Command.Inquire::new),
                Arbitraries.just(new Doctor()),
                Arbitraries.strings()
                        .alpha()
                        .numeric()
                        .ofMinLength(1)
                        .ofMaxLength(20)
                        .map(Command.Cancel::new),
                Arbitraries.strings()
                        .alpha()
                        .numeric()
                        .ofMinLength(1)
                        .ofMaxLength(20)
                        .map(Command.End::new),
                Combinators.combine(
                                Arbitraries.strings()
                                        .alpha()
                                        .numeric()
                                        .ofMinLength(1)
                                        .ofMaxLength(20),
                                ends(),
                                reasons())
                        .as(Command.Extend::new),
                Combinators.combine(
                                Arbitraries.strings()
                                        .alpha()
                                        .numeric()
                                        .ofMinLength(1)
                                        .ofMaxLength(20),
                                reasons())
                        .as(Command.Undo::new),
                Arbitraries.of(Verb.words()).optional().map(Command.Help::new));
    }

    private static Arbitrary<Command> grants() {
        return Combinators.combine(
                        Arbitraries.of(StandardAccess.values()),
                        targets(),
                        grantable(),
                        ends(),
                        reasons(),
                        Arbitraries.of(Manner.values()))
                .as((access, repository, principal, until, reason, manner) -> new Command.Grant(
                        access,
                        repository,
                        new PrincipalRef(principal),
                        manner == Manner.BREAK_GLASS ? new Until.None() : until,
                        reason,
                        manner));
    }

    private static Arbitrary<Command> revocations() {
        return Combinators.combine(
                        Arbitraries.of(StandardAccess.values()).optional(),
                        targets(),
                        Arbitraries.oneOf(grantable(), onlyRevocable()),
                        reasons())
                .as((access, repository, principal, reason) ->
                        new Command.Revoke(access, repository, new PrincipalRef(principal), reason));
    }

    private static Arbitrary<TargetRef> targets() {
        return Arbitraries.oneOf(
                repositories().map(ref -> new TargetRef(ref.registry(), ref.repository())),
                Combinators.combine(
                                Arbitraries.of("us-west-2", "eu-west-1"),
                                Arbitraries.of("*", "payments/*", "*-api", "a*", "x".repeat(255) + "*", "for*"))
                        .as((region, pattern) -> new TargetRef(
                                "central", Target.of(new AccountId("111111111111"), new Region(region), pattern))));
    }

    private static Arbitrary<RepositoryRef> repositories() {
        return Combinators.combine(
                        Arbitraries.of("us-west-2", "eu-west-1"),
                        Arbitraries.of(
                                "payments/api", "api", "central/us-west-2", "a-b_c.d/e--f", "x".repeat(256), "for"))
                .as((region, name) -> new RepositoryRef(
                        "central",
                        new Repository(new AccountId("111111111111"), new Region(region), new RepositoryName(name))));
    }

    private static Arbitrary<Principal> grantable() {
        Arbitrary<AccountId> account =
                Arbitraries.strings().numeric().ofLength(12).map(AccountId::new);
        Arbitrary<String> path = Arbitraries.of("/", "/ci/", "/aws-reserved/sso.amazonaws.com/", "/a--b/");
        Arbitrary<String> name = Arbitraries.strings()
                .withChars("abcXYZ019+=,.@_-")
                .ofMinLength(2)
                .ofMaxLength(32);
        return Arbitraries.oneOf(
                account.map(a -> new Principal.Account(Partition.AWS, a)),
                Combinators.combine(account, path, name).as((a, p, n) -> new Principal.Role(Partition.AWS, a, p, n)),
                Combinators.combine(account, path, name).as((a, p, n) -> new Principal.User(Partition.AWS, a, p, n)),
                Combinators.combine(account, name, name).as((a, r, s) -> new Principal.Session(Partition.AWS, a, r, s)),
                Combinators.combine(account, name).as((a, n) -> new Principal.FederatedUser(Partition.AWS, a, n)));
    }

    private static Arbitrary<Principal> onlyRevocable() {
        return Arbitraries.of(
                new Principal.Everyone(),
                new Principal.Orphan("AROAEXAMPLE1234567890"),
                new Principal.Service("lambda.amazonaws.com"),
                new Principal.Other(
                        "CanonicalUser", "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"),
                new Principal.Other("Federated", "arn:aws:iam::222222222222:saml-provider/corp"),
                new Principal.Other("AWS", "arn:aws:iam::222222222222:*"),
                new Principal.Other("AWS", "new statement"),
                new Principal.Role(Partition.AWS_CN, new AccountId("222222222222"), "/x$y/", "*"));
    }

    private static Arbitrary<Until> ends() {
        Instant farthest = Here.NOW.plus(Duration.ofDays(3000));
        return Arbitraries.oneOf(
                Arbitraries.just(new Until.None()),
                Arbitraries.integers().between(1, 5_000_000).map(m -> new Until.In(Duration.ofMinutes(m))),
                Arbitraries.longs()
                        .between(Here.NOW.getEpochSecond() + 1, farthest.getEpochSecond())
                        .map(s -> new Until.At(Instant.ofEpochSecond(s))));
    }

    private static Arbitrary<Optional<String>> narrowing() {
        return Arbitraries.of("sales", "222222222222", "payments/api", "U0REQUESTER")
                .optional();
    }

    private static Arbitrary<Optional<String>> reasons() {
        return Arbitraries.strings()
                .withChars("abc XYZ 019 <>&|!@#:/.;,()[]{}*_~-+=\"'äß日")
                .ofMaxLength(300)
                .map(text -> TypedText.of(text).text())
                .map(text -> text.isEmpty() ? Optional.empty() : Optional.of(text));
    }
}
