package dev.ecrbot.slack.message;

import com.slack.api.model.block.LayoutBlock;
import dev.ecrbot.problem.Problem;
import java.util.List;

/** Tells a problem: what happened, and what to do next. Its code is in the log and in the metrics. */
public record ProblemText(Problem problem) {
    private static final int LONGEST = 2_500;

    public Rendered render() {
        return new Rendered(Mrkdwn.naming(line(problem.text()), problem.people()), blocks());
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
