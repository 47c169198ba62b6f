package dev.ecrbot.slack.message;

import dev.ecrbot.desk.request.Covering;
import dev.ecrbot.policy.holding.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says who has which access, of which moment that is said, and until when it lasts. */
public record HeldText(Claim.Held held, DisplayNames names) {
    private static final int SHOWN = 3;

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

    /**
     * Says, behind what else a line says, which grants gave at a moment what somebody asked for then: that stays true, whatever becomes
     * of them.
     */
    public static RichTextLine covering(RichTextLine line, List<Covering> covering) {
        for (int place = 0; place < Math.min(SHOWN, covering.size()); place++) {
            Covering one = covering.get(place);
            line.text(place == 0 ? " It was given by request " : "; and by request ")
                    .code(one.request().value())
                    .text(" of ")
                    .user(one.requester());
            one.until().ifPresentOrElse(end -> line.text(", until ").date(end), () -> line.text(", without an end"));
        }
        return line.text(covering.size() > SHOWN ? " (" + SHOWN + " of " + covering.size() + ")." : ".");
    }
}
