package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Place;
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
                            + " This is how it would be if it were made now, without a policy of"
                            + " its own. A creation template can give it one, which isn't looked at here.",
                    LONGEST)));
        }
        place.doubt().ifPresent(doubt -> lines.add(RichTextLine.of(SafeText.line(doubt, LONGEST))));
        return lines;
    }

    /** Returns how the answer names what it is about. */
    String subject() {
        return place.exists() ? "The repository's side" : "The registry's policy";
    }
}
