package dev.ecrbot.rules.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Sampled;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessConditions;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.rules.Approvers;
import dev.ecrbot.rules.AutoApproval;
import dev.ecrbot.rules.BreakGlass;
import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.PrincipalKind;
import dev.ecrbot.rules.Quota;
import dev.ecrbot.rules.ReasonRule;
import dev.ecrbot.rules.RepositoryPattern;
import dev.ecrbot.rules.Revocation;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.RuleVerdict;
import dev.ecrbot.rules.Rules;
import dev.ecrbot.rules.Scope;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.rules.Subject;
import dev.ecrbot.rules.Targets;
import dev.ecrbot.rules.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever anybody may do under new rules that they couldn't under the old ones, as the rules themselves judge it, is told. */
final class GainsToldProperties {
    private static final RegistryPlace HERE =
            new RegistryPlace("central", new AccountId("111111111111"), new Region("us-west-2"));
    private static final String HOME = "T0HOME";
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final List<AccountId> ACCOUNTS =
            List.of(new AccountId("222222222222"), new AccountId("333333333333"));
    private static final List<Access> WORDS = List.of(StandardAccess.PULL, StandardAccess.PUSH);
    private static final List<String> NAMES = List.of("a/api", "a/web", "b/api", "c/x");
    private static final List<String> GLOBS = List.of("*", "a/*", "a/api", "*/api", "b/*");
    private static final List<String> USERS = List.of("U1", "U2");
    private static final List<PrincipalKind> KINDS = List.of(PrincipalKind.ROLE, PrincipalKind.ACCOUNT);
    private static final List<Duration> SPANS = List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    /** What somebody may do, or what may be done, and by which words it is told. */
    private record Power(String told, boolean named, Predicate<Rule> has) {}

    /** One thing that may be asked for. */
    private record Case(String name, Access access, AccountId to, PrincipalKind kind) {
        Subject grant() {
            Principal principal = kind == PrincipalKind.ROLE
                    ? new Principal.Role(Partition.AWS, to, "/", "ci")
                    : new Principal.Account(Partition.AWS, to);
            return new Subject(Subject.Kind.GRANT, HERE.registry(), repository(), Optional.of(access), principal);
        }

        Subject revocation() {
            return new Subject(
                    Subject.Kind.REVOKE, HERE.registry(), repository(), Optional.of(access), new Principal.Everyone());
        }

        Subject look() {
            return new Subject(
                    Subject.Kind.REVOKE, HERE.registry(), repository(), Optional.empty(), new Principal.Everyone());
        }

        private Repository repository() {
            return new Repository(HERE.account(), HERE.region(), new RepositoryName(name));
        }

        /** Returns whether the gain is for this; what plays no part for it is empty in it. */
        boolean isIn(Gain gain) {
            return isAbout(gain)
                    && (gain.to().isEmpty() || gain.to().contains(to.value()))
                    && (gain.kinds().isEmpty() || gain.kinds().contains(kind));
        }

        /** Returns whether the gain is for this, whoever gets it: so revocations are ruled. */
        boolean isAbout(Gain gain) {
            return isThere(gain) && (gain.access().isEmpty() || gain.access().contains(access.word()));
        }

        boolean isThere(Gain gain) {
            return gain.repositories().stream()
                    .anyMatch(extent -> matches(extent.pattern())
                            && extent.except().stream().noneMatch(this::matches));
        }

        private boolean matches(String pattern) {
            return RepositoryPattern.parse(pattern).orElseThrow().matches(HERE.registry(), repository());
        }
    }

    @Property(tries = 3_000)
    @Sampled(60)
    void nothingNewGoesUntold(@ForAll("rules") Rules before, @ForAll("rules") Rules now) {
        List<Gain> gains = RuleComparison.gained(before, now, List.of(HERE));
        for (Case each : cases()) {
            for (String user : USERS) {
                granting(user).forEach(power -> told(power, user, each.grant(), before, now, among(gains, each::isIn)));
                revoking(user)
                        .forEach(power ->
                                told(power, user, each.revocation(), before, now, among(gains, each::isAbout)));
                if (looks(user, each, now) && !looks(user, each, before)) {
                    assertThat(among(gains, each::isThere))
                            .as("%s looks at %s", user, each)
                            .anyMatch(gain -> gain.what().contains(" may look")
                                    && (gain.people().contains(user)
                                            || gain.what().startsWith("anyone")));
                }
            }
        }
    }

    private static List<Gain> among(List<Gain> gains, Predicate<Gain> which) {
        return gains.stream().filter(which).toList();
    }

    private static void told(Power power, String user, Subject subject, Rules before, Rules now, List<Gain> gains) {
        Optional<Rule> decides = now.find(subject).filter(power.has);
        if (decides.isEmpty() || before.find(subject).filter(power.has).isPresent()) {
            return;
        }
        // Where nothing could be asked for before, the terms are told by who may ask.
        boolean fresh = before.find(subject).isEmpty() && !power.named;
        assertThat(gains)
                .as("%s of %s: %s", power.told, user, subject)
                .anyMatch(gain -> gain.rule().equals(decides.get().name())
                        && (fresh || gain.what().contains(power.told))
                        && (!power.named
                                || gain.people().contains(user)
                                || gain.what().startsWith("anyone")));
    }

    private static List<Power> granting(String user) {
        Facts facts = facts(user);
        var powers = new ArrayList<Power>();
        powers.add(new Power("may ask for it", true, rule -> allows(rule.mayAsk(facts))));
        powers.add(new Power("may approve it", true, rule -> allows(rule.mayApprove(facts, person("U9")))));
        powers.add(new Power("in an emergency", true, rule -> allows(rule.mayBreakGlass(facts))));
        powers.add(new Power("fewer approvals", false, rule -> rule.approvers().approvals() == 1));
        powers.add(new Power(
                "asked for themselves", false, rule -> rule.approvers().selfApproval()));
        powers.add(new Power(
                "may last longer", false, rule -> rule.terms().maxDuration().isEmpty()));
        powers.add(new Power(
                "no reason", false, rule -> rule.checkReason(Optional.empty()).isEmpty()));
        powers.add(new Power(
                "more of it at once",
                false,
                rule -> rule.terms().quota().active().filter(most -> most < 2).isEmpty()));
        for (Duration span : SPANS) {
            powers.add(new Power(
                    "may last longer",
                    false,
                    rule -> rule.terms()
                            .maxDuration()
                            .filter(most -> most.compareTo(span) < 0)
                            .isEmpty()));
        }
        return powers;
    }

    private static List<Power> revoking(String user) {
        return List.of(
                new Power("may ask ", true, rule -> allows(rule.mayAsk(facts(user)))),
                new Power("may approve ", true, rule -> allows(rule.mayApprove(facts(user), person("U9")))),
                new Power("without an approval", false, rule -> rule.handling().revocation() == Revocation.IMMEDIATE));
    }

    @Property(tries = 2_000)
    @Sampled(60)
    void nothingIsApprovedByRuleUntold(@ForAll("rules") Rules before, @ForAll("rules") Rules now) {
        List<Gain> gains = RuleComparison.gained(before, now, List.of(HERE));
        for (Case each : cases()) {
            for (Duration span : SPANS) {
                Predicate<Rule> by = rule -> rule.approvers()
                        .auto()
                        .filter(auto -> auto.covers(each.grant(), Optional.of(NOW.plus(span)), NOW))
                        .isPresent();
                Optional<Rule> decides = now.find(each.grant()).filter(by);
                if (decides.isPresent() && before.find(each.grant()).filter(by).isEmpty()) {
                    assertThat(gains)
                            .as("%s for %s", each, span)
                            .anyMatch(gain -> gain.rule().equals(decides.get().name())
                                    && each.isIn(gain)
                                    && gain.what().contains("approves it by itself"));
                }
            }
        }
    }

    private static boolean looks(String user, Case asked, Rules rules) {
        return rules.find(asked.look())
                .map(rule -> allows(rule.mayView(facts(user))))
                .orElse(true);
    }

    private static boolean allows(RuleVerdict verdict) {
        return verdict.refusal().isEmpty();
    }

    private static PersonId person(String user) {
        return new PersonId(HOME, user);
    }

    private static Facts facts(String user) {
        return new Facts(person(user), Standing.MEMBER, Map.of());
    }

    private static List<Case> cases() {
        var cases = new ArrayList<Case>();
        NAMES.forEach(name -> WORDS.forEach(access ->
                ACCOUNTS.forEach(to -> KINDS.forEach(kind -> cases.add(new Case(name, access, to, kind))))));
        return cases;
    }

    @Provide
    Arbitrary<Rules> rules() {
        return rule().list().ofMinSize(1).ofMaxSize(3).map(rules -> {
            var named = new LinkedHashMap<String, Rule>();
            rules.forEach(rule -> named.put(
                    "rule-" + named.size(),
                    new Rule(
                            "rule-" + named.size(),
                            rule.scope(),
                            rule.requesters(),
                            rule.approvers(),
                            rule.terms(),
                            rule.channel(),
                            rule.handling())));
            return new Rules(List.copyOf(named.values()));
        });
    }

    private static Arbitrary<Rule> rule() {
        return Combinators.combine(scope(), people(true), approvers(), terms(), people(true), revocation())
                .as((scope, requesters, approvers, terms, viewers, revocation) -> new Rule(
                        "rule",
                        scope,
                        requesters,
                        approvers,
                        terms,
                        "C0CARDS",
                        new Handling(Optional.empty(), Duration.ofHours(8), revocation, viewers)));
    }

    private static Arbitrary<Scope> scope() {
        return Combinators.combine(some(GLOBS), some(WORDS), some(ACCOUNTS), some(KINDS))
                .as((globs, words, accounts, kinds) -> new Scope(
                        globs.stream()
                                .map(glob -> RepositoryPattern.parse(glob).orElseThrow())
                                .toList(),
                        false,
                        words,
                        new Targets(false, accounts),
                        kinds));
    }

    private static Arbitrary<Approvers> approvers() {
        Arbitrary<AutoApproval> auto = Combinators.combine(Arbitraries.of(SPANS), Arbitraries.of(1, 5))
                .as((span, most) -> new AutoApproval(Set.of(StandardAccess.PULL), span, most));
        Arbitrary<BreakGlass> glass = Combinators.combine(people(false), Arbitraries.of(2, 4), Arbitraries.of(1, 3))
                .as((people, hours, most) ->
                        new BreakGlass(people, Duration.ofHours(hours), Duration.ofHours(1), most, "C0LOUD"));
        return Combinators.combine(
                        people(false),
                        Arbitraries.of(1, 2),
                        Arbitraries.of(true, false),
                        auto.optional(),
                        glass.optional())
                .as((people, most, self, byRule, broken) ->
                        new Approvers(people, most, self, Optional.empty(), byRule, broken));
    }

    private static Arbitrary<Terms> terms() {
        return Combinators.combine(
                        Arbitraries.of(SPANS).optional(),
                        Arbitraries.of(new ReasonRule.Free(), new ReasonRule.Required()),
                        Arbitraries.of(1, 2).optional())
                .as((span, reason, most) ->
                        new Terms(span, reason, AccessConditions.NONE, new Quota(Optional.empty(), most)));
    }

    private static Arbitrary<Revocation> revocation() {
        return Arbitraries.of(Revocation.class);
    }

    private static Arbitrary<People> people(boolean maybeAnyone) {
        Arbitrary<People> listed = some(USERS).map(users -> new People(false, users, Set.of()));
        return maybeAnyone ? Arbitraries.oneOf(listed, Arbitraries.just(People.everyone())) : listed;
    }

    private static <T> Arbitrary<Set<T>> some(List<T> all) {
        return Arbitraries.of(all).set().ofMinSize(1).ofMaxSize(2);
    }
}
