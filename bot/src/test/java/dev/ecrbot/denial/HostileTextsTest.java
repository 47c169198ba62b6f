package dev.ecrbot.denial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Thoroughness;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that were made to take long, to take much or to disturb what is printed. */
@Tag("long")
class HostileTextsTest {
    private static final int LONG = Thoroughness.ofThisRun().of(200_000, 1_000_000);
    private static final int TEXTS = Thoroughness.ofThisRun().of(2_000, 20_000);

    /** Were any of them looked at again from each of its characters, the test would run for hours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "*",
                "\\",
                "<",
                "\n",
                "> ",
                "\u2502",
                "---\n",
                "&#39;",
                "\u001B[",
                "<https://a",
                "<https://a|",
                "arn:",
                "arn:aws:ecr:us-west-2:111111111111:repository/a",
                ".dkr",
                ".dkr.ecr.",
                "111111111111.dkr.ecr.us-west-2.amazonaws.com/a",
                "***/",
                "ecr:a",
                "get https://a/v2/a",
                "not authorized to perform: ecr:BatchGetImage on resource: arn:",
                "is not authorized to perform ",
                "because no ",
                "repository with name ",
                "ecr repository (",
                "prod-us-west-2-starport",
                "does not grant",
                "https://a.console.aws.amazon.com/iam/home",
                "authorization id: ",
            })
    void longRunsOfOneThingAreReadToTheEnd(String piece) {
        String text = piece.repeat(LONG / piece.length());
        Denial denial = Denials.read(text + "\n" + text.substring(0, text.length() / 2));
        assertThat(denial.next()).isNotBlank().hasSizeLessThan(2_000);
        assertThat(denial.toString()).hasSizeLessThan(6_000);
    }

    @Test
    void nothingThatDisturbsALineComesOutOfIt() {
        String alphabet =
                "arn:aws:ecr:iam::/*.\"'<>&;\\{}\n\r\t\u0000\u001B\u202E\u200B\u2028\uD800\uFFFFUser is not authorized to perform";
        var random = new Random(7);
        for (int i = 0; i < TEXTS; i++) {
            var text = new StringBuilder("User: arn:aws:iam::222222222222:user/");
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            text.append(
                            " is not authorized to perform: ecr:PutImage on resource: arn:aws:ecr:us-west-2:111111111111:repository/")
                    .append(alphabet.charAt(random.nextInt(alphabet.length())));
            Denial denial = Denials.read(text.toString());
            assertThat(denial.toString() + denial.next() + denial.ask())
                    .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
        }
    }
}
