package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people type or paste as whoever is to get access is taken for what it is, or refused for it. */
final class NameKindsTest {

    static List<FieldKinds.Case> cases() {
        return FieldKinds.in("name-kinds.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void itIsTakenForWhatItIs(FieldKinds.Case one) {
        try (var bench = new DeskBench()) {
            Repository repository = SeedRegistry.west(one.repository());
            bench.ecr.addRepository(repository, Map.of());
            Answer answer = bench.types(DeskBench.RITA, one.ask());
            if (one.right().equals("refused")) {
                assertThat(answer)
                        .isInstanceOfSatisfying(
                                Answer.Refused.class,
                                refused -> assertThat(refused.problem().what() + " "
                                                + refused.problem().next())
                                        .containsIgnoringCase(one.why()));
            } else {
                assertThat(answer)
                        .isInstanceOfSatisfying(
                                Answer.Filed.class,
                                filed -> assertThat(filed.request()
                                                .change()
                                                .edit()
                                                .principal()
                                                .text())
                                        .isEqualTo(one.why()));
            }
        }
    }
}
