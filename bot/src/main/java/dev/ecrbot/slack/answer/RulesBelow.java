package dev.ecrbot.slack.answer;

import dev.ecrbot.rules.RuleStanding;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.RichTextLine;
import java.util.List;

/** Adds rules to a message, a block for each, as many as fit. */
final class RulesBelow {
    /** Slack takes 50 blocks a message. */
    private static final int MOST = 40;

    /** What is left for the last line. */
    private static final int SPARE = 200;

    private RulesBelow() {}

    static void add(MessageBuilder builder, List<RuleStanding> rules, DisplayNames names) {
        int shown = 0;
        for (RuleStanding standing : rules.subList(0, Math.min(MOST, rules.size()))) {
            List<RichTextLine> lines = new RuleText(standing, names).lines();
            int length = lines.stream().mapToInt(RichTextLine::length).sum();
            if (length > builder.left() - SPARE) {
                break;
            }
            builder.add(Blocks.lines(lines));
            shown++;
        }
        if (shown < rules.size()) {
            builder.add(Blocks.lines(RichTextLine.of("… " + shown + " of " + rules.size()
                    + " are shown. /ecr rules and a repository's name shows those for it.")));
        }
    }
}
