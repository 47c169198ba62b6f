package dev.ecrbot.rules;

import static dev.ecrbot.rules.Examples.ANN;
import static dev.ecrbot.rules.Examples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of who somebody is, how a rule lists them, and whose request it is. */
final class DecisionsTest {

    /** How a rule lists Ann, what look-ups of groups say, and what follows for a member. */
    enum Listing {
        BY_ID(users("U0ANN"), Map.of(), Membership.YES),
        AMONG_OTHERS(users("U0ANN", "U0BOB"), Map.of(), Membership.YES),
        NOT(users("U0BOB"), Map.of(), Membership.NO),
        IN_GROUP(groups("S0A"), Map.of("S0A", Membership.YES), Membership.YES),
        NOT_IN_GROUP(groups("S0A"), Map.of("S0A", Membership.NO), Membership.NO),
        LOOK_UP_FAILED(groups("S0A"), Map.of("S0A", Membership.UNKNOWN), Membership.UNKNOWN),
        NOT_LOOKED_UP(groups("S0A"), Map.of(), Membership.UNKNOWN),
        IN_ANOTHER_GROUP(groups("S0A"), Map.of("S0A", Membership.NO, "S0B", Membership.YES), Membership.NO),
        IN_ONE_OF_TWO(groups("S0A", "S0B"), Map.of("S0A", Membership.NO, "S0B", Membership.YES), Membership.YES),
        IN_ONE_AND_ONE_FAILED(
                groups("S0A", "S0B"), Map.of("S0A", Membership.UNKNOWN, "S0B", Membership.YES), Membership.YES),
        NOT_IN_ONE_AND_ONE_FAILED(
                groups("S0A", "S0B"), Map.of("S0A", Membership.UNKNOWN, "S0B", Membership.NO), Membership.UNKNOWN),
        BY_ID_AND_LOOK_UP_FAILED(
                new People(false, Set.of("U0ANN"), Set.of("S0A")), Map.of("S0A", Membership.UNKNOWN), Membership.YES),
        ONLY_BY_GROUP(new People(false, Set.of("U0BOB"), Set.of("S0A")), Map.of("S0A", Membership.YES), Membership.YES);

        private final People people;
        private final Map<String, Membership> lookedUp;
        private final Membership meaning;

        Listing(People people, Map<String, Membership> lookedUp, Membership meaning) {
            this.people = people;
            this.lookedUp = lookedUp;
            this.meaning = meaning;
        }

        private static People users(String... users) {
            return new People(false, Set.of(users), Set.of());
        }

        private static People groups(String... groups) {
            return new People(false, Set.of(), Set.of(groups));
        }
    }

    record Case(Standing standing, Listing listing, boolean own, boolean selfApproval) {
        Facts ann() {
            return new Facts(ANN, standing, listing.lookedUp);
        }

        /** The verdict as the words of the rules have it, most general refusal first. */
        Optional<Code> expected(Code notListed, boolean ownRefused) {
            if (standing == Standing.UNKNOWN) {
                return Optional.of(Code.PERSON_UNKNOWN);
            }
            if (standing != Standing.MEMBER) {
                return Optional.of(Code.PERSON_REFUSED);
            }
            if (ownRefused) {
                return Optional.of(Code.SELF_APPROVAL);
            }
            if (listing.meaning == Membership.UNKNOWN) {
                return Optional.of(Code.PERSON_UNKNOWN);
            }
            return listing.meaning == Membership.NO ? Optional.of(notListed) : Optional.empty();
        }
    }

    static List<Case> cases() {
        var cases = new ArrayList<Case>();
        for (Standing standing : Standing.values()) {
            for (Listing listing : Listing.values()) {
                for (boolean own : List.of(false, true)) {
                    for (boolean selfApproval : List.of(false, true)) {
                        cases.add(new Case(standing, listing, own, selfApproval));
                    }
                }
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onAsking(Case c) {
        Rule rule = Examples.decided(c.listing.people, Examples.users("U0BOB"), c.selfApproval);

        assertThat(code(rule.mayAsk(c.ann()))).isEqualTo(c.expected(Code.REQUESTER_REFUSED, false));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onApproving(Case c) {
        Rule rule = Examples.decided(People.everyone(), c.listing.people, c.selfApproval);

        assertThat(code(rule.mayApprove(c.ann(), c.own ? ANN : BOB)))
                .isEqualTo(c.expected(Code.APPROVER_REFUSED, c.own && !c.selfApproval));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onDenying(Case c) {
        Rule rule = Examples.decided(People.everyone(), c.listing.people, c.selfApproval);

        assertThat(code(rule.mayDeny(c.ann()))).isEqualTo(c.expected(Code.APPROVER_REFUSED, false));
    }

    static Stream<Standing> standings() {
        return Stream.of(Standing.values());
    }

    @ParameterizedTest
    @MethodSource("standings")
    void onAskingWhereAnyoneMay(Standing standing) {
        Verdict verdict = Examples.rule("r").mayAsk(new Facts(ANN, standing, Map.of()));

        assertThat(verdict instanceof Verdict.Allowed).isEqualTo(standing == Standing.MEMBER);
    }

    @Test
    void takeTheTeamForAPartOfWhoSomebodyIs() {
        Rule rule = Examples.rule("r");
        var namesake = new PersonId("T0ELSEWHERE", ANN.user());

        assertThat(code(rule.mayApprove(new Facts(ANN, Standing.MEMBER, Map.of()), namesake)))
                .isEmpty();
        assertThat(code(rule.mayApprove(new Facts(namesake, Standing.STRANGER, Map.of()), BOB)))
                .contains(Code.PERSON_REFUSED);
    }

    @Test
    void sayWhoMay() {
        var approvers = new People(false, Set.of("U0DAN", "U0CLEO"), Set.of("S0OWNERS"));
        Rule rule = Examples.decided(Examples.users("U0EVE"), approvers, false);
        var bob = new Facts(BOB, Standing.MEMBER, Map.of("S0OWNERS", Membership.NO));

        assertThat(text(rule.mayAsk(bob))).isEqualTo("Rule r doesn't let U0BOB ask for this. These may ask: U0EVE.");
        assertThat(text(rule.mayApprove(bob, ANN)))
                .isEqualTo("Rule r doesn't let U0BOB decide on this. These may decide: U0CLEO, U0DAN, S0OWNERS.");
        assertThat(text(rule.mayApprove(bob, BOB))).contains("approve what they asked for themselves");
    }

    @Test
    void sayWhySomebodyIsRefusedEverywhere() {
        Rule rule = Examples.rule("r");

        assertThat(text(rule.mayAsk(new Facts(ANN, Standing.GUEST, Map.of())))).contains("U0ANN is a guest");
        assertThat(text(rule.mayAsk(new Facts(ANN, Standing.STRANGER, Map.of()))))
                .contains("from another workspace");
        assertThat(text(rule.mayAsk(new Facts(ANN, Standing.BOT, Map.of())))).contains("a bot");
        assertThat(text(rule.mayAsk(new Facts(ANN, Standing.DEACTIVATED, Map.of()))))
                .contains("deactivated");
    }

    private static Optional<Code> code(Verdict verdict) {
        return verdict.refusal().map(Problem::code);
    }

    private static String text(Verdict verdict) {
        return verdict.refusal().orElseThrow().text();
    }
}
