package dev.ecrbot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ecrbot.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {

    /** In the texts ¶ stands for a line break, § for a byte order mark and ~ for a tab. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":[1,2,¶]}              | line 2, column 1: there is a comma before the closing ]; take the comma out",
                "{\"a\":1,}                   | line 1, column 8: there is a comma before the closing }; take the comma out",
                "{\"a\":[1,,2]}               | line 1, column 9: there is a comma too many; take it out",
                "§{\"Statement\":[]}          | line 1, column 1: it begins with a byte order mark",
                "{\"a\":1,¶~\"Sid\":2,\"Sid\":3} | the key “Sid” stands there twice; keep one of them",
                "{\"a\":${var.x}}             | line 1, column 6: this is an interpolation of Terraform",
                "{\"a\":{{ x }}}              | line 1, column 7: ",
                "{'a':1}                      | line 1, column 2: JSON has straight double quotes only; write \" for '",
                "{\"a\":‘b’}                  | line 1, column 6: JSON has straight double quotes only; write \" for ‘",
                "{¶// it¶\"a\":1}             | line 2, column 1: JSON has no comments; take the comment out",
                "{\"a\":1 # it¶}              | line 1, column 8: JSON has no comments; take the comment out",
                "{\"a\":1¶ \"b\":2}           | line 2, column 2: a comma or a colon is missing before it",
                "{\"a\":1                     | it ends before everything that was opened is closed",
                "{\"a\":\"b¶c\"}              | line 1, column 8: a line break or control character stands inside a text",
                "{\"a\":True}                 | line 1, column 6: “True” stands there without quotes",
                "{\"a\":NaN}                  | line 1, column 6: “NaN” stands there without quotes",
                "{\"a\":1} {\"a\":2}          | more follows after the end of the JSON; keep one document",
                "``                           | there is nothing in it",
                "<html>                       | line 1, column 1: “<” can't stand there"
            })
    void theMessageNamesThePlaceAndTheLikelySlip(String text, String said) {
        String written = text.replace('¶', '\n').replace('§', '\ufeff').replace('~', '\t');
        assertThatThrownBy(() -> PolicyDocument.parse(written))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().what()).contains(said));
    }
}
