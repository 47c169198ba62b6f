package dev.ecrbot.slack.message;

import com.slack.api.model.block.LayoutBlock;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Tells a problem: what happened, and what to do next. Its code is in the log and in the metrics. */
public record ProblemText(Problem problem) {
    private static final int LONGEST = 2_500;
    private static final String AN_ASK = "/ecr grant ";
    private static final String A_REVOCATION = "/ecr revoke ";

    public Rendered render() {
        return new Rendered(Mrkdwn.naming(line(problem.text()), problem.people()), blocks());
    }

    /** As the other, for whoever asks for access in a line that can't be read: the form asks for each thing by itself. */
    Rendered answering() {
        boolean asks = problem.code() == Code.COMMAND_MALFORMED
                && problem.text().contains(AN_ASK)
                && !problem.text().contains(A_REVOCATION);
        if (!asks) {
            return render();
        }
        var blocks = new ArrayList<>(blocks());
        blocks.add(Buttons.ofWhoeverAsks());
        return new Rendered(render().text(), blocks);
    }

    public List<LayoutBlock> blocks() {
        return List.of(Blocks.lines(shown(problem.what()), shown(problem.next())));
    }

    private RichTextLine shown(String text) {
        return new RichTextLine().naming(line(text), problem.people());
    }

    private static String line(String text) {
        return SafeText.line(text, LONGEST);
    }
}
