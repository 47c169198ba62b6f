package dev.ecrbot.command;

import dev.ecrbot.command.word.TypedText;
import dev.ecrbot.command.word.Until;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.LoginTool;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.ecr.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Commands of all kinds, with all that can stand in them. */
final class AnyCommand {
    private AnyCommand() {}

    private static Arbitrary<Integer> pages() {
        return Arbitraries.integers().between(1, 999);
    }

    private static Arbitrary<Boolean> fresh() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<Inquiry> inquiries() {
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

    private static Arbitrary<FleetInquiry.Broad> broad() {
        Arbitrary<FleetInquiry.Listing> lists = Arbitraries.oneOf(
                Combinators.combine(narrowing(), pages()).as(FleetInquiry.Audit::new),
                pages().map(FleetInquiry.Drift::new));
        return Arbitraries.oneOf(lists, lists.map(FleetInquiry.AsFile::new));
    }

    static Arbitrary<Command> any() {
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
                        SomePrincipal.grantable(),
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
                        Arbitraries.oneOf(SomePrincipal.grantable(), SomePrincipal.onlyRevocable()),
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
