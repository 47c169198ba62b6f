package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Place;
import dev.ecrbot.index.PullThroughRule;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Says what to know of the repository that was looked at. */
record PlaceText(Place place) {
    private static final int LONGEST = 500;

    List<RichTextLine> lines() {
        var lines = new ArrayList<RichTextLine>();
        if (!place.exists()) {
            String meant = place.meant().map(text -> " " + text).orElse("");
            lines.add(RichTextLine.of(SafeText.line(
                    "There is no such repository." + meant
                            + " This is how it would be if it were made now, without a policy of its own."
                            + (place.templates()
                                    ? ""
                                    : " A creation template can give it one; ecr-bot hasn't read those yet."),
                    LONGEST)));
            place.templatesRead()
                    .ifPresent(read -> lines.add(RichTextLine.of(
                                    "What creation templates and pull-through rules would do is told as it was read ")
                            .date(read)
                            .text(".")));
            place.filled().ifPresent(rule -> lines.add(RichTextLine.of(SafeText.line(filled(rule), LONGEST))));
        }
        new AgeText(place.age()).line().ifPresent(lines::add);
        place.doubt().ifPresent(doubt -> lines.add(RichTextLine.of(SafeText.line(doubt, LONGEST))));
        return lines;
    }

    private static String filled(PullThroughRule rule) {
        return "Pull-through rule “" + rule.prefix() + "” makes it once somebody pulls, with what is in "
                + rule.upstream() + ". Whoever is first needs ecr:CreateRepository and ecr:BatchImportUpstreamImage"
                + " beside pull.";
    }

    /** Returns how the answer names what it is about. */
    String subject() {
        return place.exists() ? "The repository's side" : "The registry's policy";
    }
}
