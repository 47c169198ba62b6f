package dev.ecrbot.slack.message;

import dev.ecrbot.policy.holding.Claim;
import java.time.Instant;
import java.util.Optional;

/** Says who has which access, of which moment that is said, and until when it lasts. */
public record HeldText(Claim.Held held, DisplayNames names) {

    /** Returns what they have: “pull on … for …”. */
    public String what() {
        return held.owned().access() + " on " + DisplayNames.some(held.on()) + " for " + names.principal(held.who());
    }

    public Optional<Instant> until() {
        return held.owned().until();
    }

    /** Says until when, after a comma, and ends the sentence. */
    public RichTextLine until(RichTextLine line, String before, String endless) {
        until().ifPresentOrElse(end -> line.text(before).date(end), () -> line.text(endless));
        return line.text(".");
    }

    /** Says of which moment that is so; nothing where it goes on being said. */
    public RichTextLine asOf(RichTextLine line) {
        held.asOf().ifPresent(moment -> line.text(", as of ").date(moment));
        return line;
    }
}
