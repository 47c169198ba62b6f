package dev.ecrbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.word.SlackMarkup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackMarkupTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            <https://a.example/x>                                  ~ https://a.example/x
            <https://a.example/x|a.example/x>                      ~ a.example/x
            <http://my.app|my.app>                                 ~ my.app
            <http://my.app/|my.app>                                ~ my.app
            <https://evil.example/x|payments/api>                  ~ https://evil.example/x
            <mailto:bob@a.example|bob@a.example>                   ~ bob@a.example
            <mailto:bob@a.example>                                 ~ bob@a.example
            <tel:222222222222|222222222222>                        ~ 222222222222
            x/<mailto:bob@a.example|bob@a.example>/y               ~ x/bob@a.example/y
            <@U1|bob>                                              ~ @bob
            <@U1>                                                  ~ @U1
            <#C1|general>                                          ~ #general
            <#C1|>                                                 ~ #C1
            <!channel>                                             ~ @channel
            <!here|here>                                           ~ @here
            <!subteam|@owners>                                     ~ @owners
            a &amp; b &lt;c&gt;                                    ~ a & b <c>
            &amp;lt;                                               ~ &lt;
            &lt;!channel&gt;                                       ~ <!channel>
            <repository>                                           ~ <repository>
            <>                                                     ~ <>
            <<@U1>>                                                ~ <@U1>
            a < b                                                  ~ a < b
            a > b                                                  ~ a > b
            """)
    void undone(String raw, String typed) {
        assertThat(SlackMarkup.undone(raw)).isEqualTo(typed);
    }

    @Test
    void undoesMentionsOfGroups() {
        assertThat(SlackMarkup.undone("<!subteam^S1|@owners> <!subteam^S1>")).isEqualTo("@owners @S1");
    }
}
