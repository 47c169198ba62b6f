package dev.ecrbot.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.slack.Accepted;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** People are shown as people, and nothing else becomes a mention. */
class ProblemTextTest {
    private static final Problem REFUSED = new Problem(
            Code.APPROVER_REFUSED,
            "Rule r doesn't let U0BEN decide on this.",
            "These may decide: U0AMIR, S0OWNERS.",
            Set.of("U0BEN", "U0AMIR", "S0OWNERS"));

    @Test
    void mentionsThePeopleThatItNames() {
        Accepted shown = Accepted.of(new ProblemText(REFUSED).render());
        assertThat(shown.shown())
                .isEqualTo("Rule r doesn't let <@U0BEN> decide on this.\n"
                        + "These may decide: <@U0AMIR>, <!subteam^S0OWNERS>.");
        assertThat(shown.message().text())
                .isEqualTo("Rule r doesn't let <@U0BEN> decide on this. "
                        + "These may decide: <@U0AMIR>, <!subteam^S0OWNERS>.");
    }

    @Test
    void mentionsNobodyElse() {
        var typed = new Problem(
                Code.ACCOUNT_UNKNOWN,
                "There is no account “U0EVE” or <@U0AMIR|x> or <!channel> or role/U0AMIR or XU0AMIR.",
                "Ask again.",
                Set.of("U0BEN"));
        assertThat(new ProblemText(typed).render().text())
                .contains("“U0EVE”", "&lt;@U0AMIR|x&gt;", "&lt;!channel&gt;")
                .doesNotContain("<@", "<!");
        assertThat(RichTextLine.TextPart.in("role/U0AMIR XU0AMIR U0AMIR-x", Set.of("U0AMIR")))
                .noneMatch(RichTextLine.TextPart::id);
    }
}
