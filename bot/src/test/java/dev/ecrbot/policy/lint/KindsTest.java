package dev.ecrbot.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.policy.evaluation.Decider.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every kind has a policy in which it is found, and one that looks much like it in which it isn't. */
class KindsTest {

    @ParameterizedTest
    @CsvFileSource(
            resources = "kinds.csv",
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 1,
            maxCharsPerColumn = 50_000)
    void isFoundWhereItIsAndNotWhereItNearlyIs(Kind kind, String whose, String fires, String nearly) {
        Source source = Source.valueOf(whose.toUpperCase(Locale.ROOT));
        assertThat(Sample.kinds(fires, source)).contains(kind);
        assertThat(Sample.kinds(nearly, source)).doesNotContain(kind);
    }

    @Test
    void everyKindHasItsRowAndAnIdOfItsOwn() throws IOException {
        try (InputStream in = KindsTest.class.getResourceAsStream("kinds.csv");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> rows = reader.lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf('|')))
                    .toList();
            assertThat(rows).containsExactlyInAnyOrder(names());
        }
        for (Kind kind : Kind.values()) {
            assertThat(kind.id()).matches("ecr(-[a-z]+)+");
            assertThat(Kind.byId(kind.id())).hasValue(kind);
        }
        assertThat(Kind.byId("ecr-nothing")).isEmpty();
    }

    @Test
    void theIdIsMadeOfWhatMachinesWereAlwaysTold() {
        assertThat(Kind.SERVICE_WITHOUT_SOURCE.id()).isEqualTo("ecr-service-without-source");
        assertThat(Kind.PUBLIC_PRINCIPAL.label()).isEqualTo("public_principal");
    }

    private static String[] names() {
        return List.of(Kind.values()).stream().map(Kind::name).toArray(String[]::new);
    }
}
