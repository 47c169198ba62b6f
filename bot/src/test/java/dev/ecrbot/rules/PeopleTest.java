package dev.ecrbot.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeopleTest {

    @Test
    void needNoLookUpWhereTheIdIsListed() {
        var people = new People(false, Set.of("U0ANN"), Set.of("S0A", "S0B"));

        assertThat(people.groupsToAsk(Examples.ANN)).isEmpty();
        assertThat(people.groupsToAsk(Examples.BOB)).containsExactlyInAnyOrder("S0A", "S0B");
        assertThat(new People(true, Set.of(), Set.of("S0A")).groupsToAsk(Examples.BOB))
                .isEmpty();
    }

    @Test
    void areNeverNobody() {
        assertThatIllegalArgumentException().isThrownBy(() -> new People(false, Set.of(), Set.of()));
    }

    @Test
    void areListedById() {
        assertThatIllegalArgumentException().isThrownBy(() -> new People(false, Set.of("bob"), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new People(false, Set.of(), Set.of("U0BOB")));
    }

    @Test
    void areShownInAFixedOrderAndNotWithoutEnd() {
        assertThat(new People(false, Set.of("W2", "U1"), Set.of("S1"))).hasToString("U1, W2, S1");
        assertThat(People.everyone()).hasToString("anyone");
        Set<String> many = IntStream.range(10, 30).mapToObj(n -> "U" + n).collect(Collectors.toSet());
        assertThat(new People(false, many, Set.of()).toString()).endsWith("U21 and 8 more");
    }

    @Test
    void areNamedWithoutWhoIsAddressed() {
        String ann = Examples.ANN.user();
        assertThat(new People(false, Set.of(ann, "U1"), Set.of("S1")).namedTo(Examples.ANN))
                .isEqualTo("U1, S1");
        assertThat(new People(false, Set.of(ann), Set.of()).namedTo(Examples.ANN))
                .isEqualTo("anyone else whom the rule lists");
    }

    @ParameterizedTest
    @CsvSource({"C0TEAM,U0ANN", "T0TEAM,S0ANN", "T0TEAM,u0ann", "'',U0ANN", "T0TEAM,''", "T0TEAM,<@U0ANN>", "T,U"})
    void haveIdsOfTheRightForm(String team, String user) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonId(team, user));
    }
}
