package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.rules.People;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PeopleTextTest {

    @Test
    void isReadableInTheDatabase() {
        assertThat(PeopleText.write(new People(true, Set.of("W2", "U1"), Set.of("S3"))))
                .isEqualTo("anyone U1 W2 S3");
        assertThat(PeopleText.write(People.everyone())).isEqualTo("anyone");
    }
}
