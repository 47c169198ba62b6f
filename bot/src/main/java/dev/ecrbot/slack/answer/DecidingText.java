package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.sight.DecidingStatement;
import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.condition.TermText;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.List;
import java.util.stream.Collectors;

/** Names a statement that decides, and says on which conditions. */
final class DecidingText {
    private static final int SID = 100;
    private static final int TERMS = 600;
    // Values may be as long as a policy, and there may be hundreds of statements: so little of each is looked at that
    // it takes no time.
    private static final int LOOKED_AT = 4 * TERMS;

    private DecidingText() {}

    static RichTextLine line(DecidingStatement statement) {
        var line = new RichTextLine();
        switch (statement.part()) {
            case ALLOWS -> line.text("Allowed by ");
            case DENIES -> line.text("Denied by ");
            case UNREADABLE -> line.text("Not understood, so it might decide: ");
        }
        statement
                .sid()
                .filter(sid -> !sid.isBlank())
                .ifPresentOrElse(
                        sid -> line.text("statement ").code(SafeText.line(sid, SID)),
                        () -> line.text("statement " + statement.place() + ", which has no Sid,"));
        line.text(
                statement.source() == Decider.Source.REGISTRY
                        ? " in the registry's policy"
                        : " in the repository's policy");
        if (!statement.conditions().isEmpty()) {
            line.text(", if " + terms(statement.conditions()));
        }
        return line.text(".");
    }

    /** Returns in words what conditions ask for. */
    static String terms(List<Condition> conditions) {
        String all = conditions.stream().map(TermText::of).collect(Collectors.joining(" and "));
        return SafeText.line(SafeText.cut(all, LOOKED_AT), TERMS);
    }
}
