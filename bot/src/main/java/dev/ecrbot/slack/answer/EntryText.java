package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.counter.StatusLine;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.policy.condition.TermText;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.slack.message.AccessText;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.stream.Collectors;

/** Tells what one entry of a policy gives, to whom, under which conditions, and whose it is. */
record EntryText(DisplayNames names) {
    private static final int CONDITIONS = 300;

    RichTextLine line(StatusLine entry) {
        Holding holding = entry.holding();
        var line = new RichTextLine().bold(names.principal(holding.principal())).text(": ");
        if (!holding.allow()) {
            line.bold("denied").text(" ");
        }
        line.text(entry.grants().stream()
                .findFirst()
                .map(grant -> AccessText.given(names, grant.access()))
                .orElseGet(() -> AccessText.words(names, holding.actions())));
        if (holding.conditional()) {
            line.text(conditions(entry));
        }
        holding.resource().ifPresent(resource -> line.text(" on ").code(SafeText.line(resource, 300)));
        if (entry.grants().isEmpty()) {
            line.text(by(entry));
            holding.until().ifPresent(until -> line.text(", until ").date(until));
            holding.sid()
                    .filter(sid -> !sid.isBlank() && !holding.ours())
                    .ifPresentOrElse(
                            sid -> line.text(", statement ").code(SafeText.line(sid, 100)),
                            () -> line.text(", statement " + (holding.statement() + 1)));
        }
        entry.grants().forEach(grant -> given(line, grant));
        return line;
    }

    /** What can't be read as conditions is one all the same. */
    private static String conditions(StatusLine entry) {
        String all = entry.conditions().stream().map(TermText::of).collect(Collectors.joining(", and "));
        return all.isEmpty() ? " under a condition" : " if " + SafeText.line(all, CONDITIONS);
    }

    private static String by(StatusLine entry) {
        if (entry.lost()) {
            return ", lost record: a statement as ecr-bot writes them, and nobody knows who asked for it";
        }
        return entry.holding().ours() ? ", by ecr-bot" : ", written by others";
    }

    private static void given(RichTextLine line, Grant grant) {
        line.text(", by ecr-bot (")
                .code(grant.id().toString())
                .text("), asked for by ")
                .user(grant.requester())
                .text(", ");
        grant.until().ifPresentOrElse(until -> line.text("until ").date(until), () -> line.text("without an end"));
    }
}
