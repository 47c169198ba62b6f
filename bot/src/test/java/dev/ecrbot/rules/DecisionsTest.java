package dev.ecrbot.rules;

import static dev.ecrbot.rules.Examples.ANN;
import static dev.ecrbot.rules.Examples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every combination of who somebody is, how a rule lists them, and whose request it is. */
final class DecisionsTest {
    private static final String TABLE = "decisions.csv";

    /** How a rule lists Ann, and what look-ups of groups say. */
    enum Listing {
        BY_ID(users("U0ANN"), Map.of()),
        AMONG_OTHERS(users("U0ANN", "U0BOB"), Map.of()),
        NOT(users("U0BOB"), Map.of()),
        IN_GROUP(groups("S0A"), Map.of("S0A", Membership.YES)),
        NOT_IN_GROUP(groups("S0A"), Map.of("S0A", Membership.NO)),
        LOOK_UP_FAILED(groups("S0A"), Map.of("S0A", Membership.UNKNOWN)),
        NOT_LOOKED_UP(groups("S0A"), Map.of()),
        IN_ANOTHER_GROUP(groups("S0A"), Map.of("S0A", Membership.NO, "S0B", Membership.YES)),
        IN_ONE_OF_TWO(groups("S0A", "S0B"), Map.of("S0A", Membership.NO, "S0B", Membership.YES)),
        IN_ONE_AND_ONE_FAILED(groups("S0A", "S0B"), Map.of("S0A", Membership.UNKNOWN, "S0B", Membership.YES)),
        NOT_IN_ONE_AND_ONE_FAILED(groups("S0A", "S0B"), Map.of("S0A", Membership.UNKNOWN, "S0B", Membership.NO)),
        BY_ID_AND_LOOK_UP_FAILED(new People(false, Set.of("U0ANN"), Set.of("S0A")), Map.of("S0A", Membership.UNKNOWN)),
        ONLY_BY_GROUP(new People(false, Set.of("U0BOB"), Set.of("S0A")), Map.of("S0A", Membership.YES));

        private final People people;
        private final Map<String, Membership> lookedUp;

        Listing(People people, Map<String, Membership> lookedUp) {
            this.people = people;
            this.lookedUp = lookedUp;
        }

        private static People users(String... users) {
            return new People(false, Set.of(users), Set.of());
        }

        private static People groups(String... groups) {
            return new People(false, Set.of(), Set.of(groups));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = TABLE, delimiter = '|', numLinesToSkip = 1)
    void areAsTheTableSays(
            Standing who, Listing listed, String asks, String another, String own, String ownAllowed, String denies) {
        var ann = new Facts(ann(who), who, listed.lookedUp);
        for (boolean selfApproval : List.of(false, true)) {
            Rule asking = Examples.decided(listed.people, Examples.users("U0BOB"), selfApproval);
            Rule deciding = Examples.decided(People.everyone(), listed.people, selfApproval);

            assertThat(word(asking.mayAsk(ann))).as("asks").isEqualTo(asks);
            assertThat(word(deciding.mayApprove(ann, BOB))).as("another's").isEqualTo(another);
            assertThat(word(deciding.mayApprove(ann, ann(who)))).as("own").isEqualTo(selfApproval ? ownAllowed : own);
            assertThat(word(deciding.mayDeny(ann))).as("denies").isEqualTo(denies);
        }
    }

    @Test
    void areInTheTableEveryOneOnce() throws IOException {
        List<String> expected = Stream.of(Standing.values())
                .flatMap(who -> Stream.of(Listing.values()).map(listed -> who + " " + listed))
                .toList();
        try (var table = DecisionsTest.class.getResourceAsStream(TABLE)) {
            List<String> rows = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(row -> row.split("\\|"))
                    .map(cells -> cells[0].strip() + " " + cells[1].strip())
                    .toList();
            assertThat(rows).containsExactlyElementsOf(expected);
        }
    }

    /** Returns her, or a machine in her place: what one of them can be, the other can't. */
    private static PersonId ann(Standing who) {
        return who.isOfMachines() ? PersonId.machine("ann") : ANN;
    }

    static Stream<Standing> standings() {
        return Stream.of(Standing.values());
    }

    @ParameterizedTest
    @MethodSource("standings")
    void onAskingWhereAnyoneMay(Standing standing) {
        RuleVerdict verdict = Examples.rule("r").mayAsk(new Facts(ann(standing), standing, Map.of()));

        assertThat(verdict instanceof RuleVerdict.Allowed).isEqualTo(standing == Standing.MEMBER);
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

    private static String word(RuleVerdict verdict) {
        return code(verdict).map(Code::name).orElse("yes");
    }

    private static Optional<Code> code(RuleVerdict verdict) {
        return verdict.refusal().map(Problem::code);
    }

    private static String text(RuleVerdict verdict) {
        return verdict.refusal().orElseThrow().text();
    }
}
