package dev.ecrbot.slack.answer;

import dev.ecrbot.index.Coverage;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says how much of the fleet an answer is about, how old that is, and what is missing. */
record CoverageText(Coverage coverage, DisplayNames names) {
    private static final int TROUBLES = 3;
    private static final int GAPS = 3;
    private static final int LONGEST = 300;

    /** Adds it at the end of an answer. */
    MessageBuilder below(MessageBuilder builder) {
        return builder.add(Blocks.lines(lines()));
    }

    private List<RichTextLine> lines() {
        var lines = new ArrayList<RichTextLine>();
        var first = new RichTextLine().text("From the index of " + count(coverage.read()));
        coverage.oldest()
                .ifPresent(oldest -> first.text("; the oldest reading is of ").date(oldest));
        lines.add(first.text("."));
        List<Coverage.Part> gaps =
                coverage.parts().stream().filter(part -> !part.whole()).toList();
        gaps.stream().limit(GAPS).forEach(part -> lines.add(gap(part)));
        if (gaps.size() > GAPS) {
            lines.add(RichTextLine.of("… nor are " + (gaps.size() - GAPS) + " more registries complete."));
        }
        List<String> troubles = coverage.parts().stream()
                .flatMap(part -> part.troubles().stream())
                .distinct()
                .toList();
        troubles.stream()
                .limit(TROUBLES)
                .forEach(why -> lines.add(
                        RichTextLine.of(SafeText.line("Some of this may be older, or missing: " + why, LONGEST))));
        if (troubles.size() > TROUBLES) {
            lines.add(RichTextLine.of("… and " + (troubles.size() - TROUBLES) + " more that couldn't be read."));
        }
        return lines;
    }

    private RichTextLine gap(Coverage.Part part) {
        String where = names.registry(part.registry());
        if (!part.listed()) {
            return RichTextLine.bold(
                    "Not complete: ",
                    "the repositories of " + where
                            + " aren't known yet. ecr-bot reads them after it starts, as fast as AWS"
                            + " lets it: some minutes for ten thousand. Ask again then.");
        }
        String left =
                part.left().map(time -> ", which takes about " + about(time)).orElse("");
        return RichTextLine.bold(
                "Not complete: ",
                part.read() + " of " + count(part.known()) + " of " + where + " are read. ecr-bot is reading the rest"
                        + left + ".");
    }

    private static String count(int repositories) {
        return repositories == 1 ? "1 repository" : repositories + " repositories";
    }

    private static String about(Duration time) {
        return time.toMinutes() < 2 ? Math.max(1, time.toSeconds()) + " seconds" : time.toMinutes() + " minutes";
    }
}
