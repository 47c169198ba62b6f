package dev.ecrbot.slack.message;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.policy.holding.Claim;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Says what became of what a request did, since it was applied.
 *
 * @param held what there is to say of the grant that it made, if that goes on
 */
public record SinceText(CardHistory.Since since, Optional<Claim.Held> held) {
    private static final Set<Grant.Reason> LOST =
            EnumSet.of(Grant.Reason.FOUND_MISSING, Grant.Reason.PRINCIPAL_DELETED, Grant.Reason.REPOSITORY_DELETED);

    /** Returns how it stands, in a few words. */
    String title() {
        return reason().map(SinceText::title).orElseGet(() -> {
            if (since.undone()) {
                return "Undone";
            }
            return held.map(active -> active.limited() ? "Applied, active within limits" : "Applied, active")
                    .orElse("Applied");
        });
    }

    String sign() {
        if (reason().filter(LOST::contains).isPresent()) {
            return "❓";
        }
        return reason().isPresent() || since.undone() ? "⏹" : "✅";
    }

    /** Says after the title what there is to say of the grant: until when it lasts, or how it ended. */
    RichTextLine told(RichTextLine line, Optional<Instant> asked) {
        held.ifPresent(active -> lasts(line, active, asked));
        if (held.isEmpty()) {
            since.grant().flatMap(Grant::ended).ifPresent(end -> ended(line, end));
        }
        return line;
    }

    private static void lasts(RichTextLine line, Claim.Held active, Optional<Instant> asked) {
        Optional<Instant> until = active.owned().until();
        until.ifPresentOrElse(
                end -> line.text(" until ").date(end).text("."),
                () -> line.text(" without an end: it stays until somebody revokes it."));
        if (!until.equals(asked)) {
            line.text(" Its end was moved.");
        }
    }

    private void ended(RichTextLine line, Grant.End end) {
        line.text(": it " + why(end.reason()));
        since.ender().ifPresent(person -> {
            boolean atOnce = end.reason() == Grant.Reason.ENDED_EARLY;
            line.text(atOnce ? " by " : ", as ").user(person).text(atOnce ? "" : " asked");
        });
        line.text(", ").date(end.at());
        end.by()
                .filter(by -> end.reason() != Grant.Reason.EXPIRED)
                .ifPresent(by -> line.text(" (").code(by.value()).text(")"));
        line.text(".");
    }

    /** Returns how a grant ended, as it stands after its name. */
    public static String why(Grant.Reason reason) {
        return switch (reason) {
            case EXPIRED -> "came to its end and was taken out of the policy";
            case ENDED_EARLY -> "was ended before its time";
            case REVOKED -> "was revoked";
            case UNDONE -> "was undone";
            case FOUND_MISSING -> "was found to be gone: somebody else took it out of the policy, or changed it there";
            case PRINCIPAL_DELETED ->
                "seems to have ended when its role or user was deleted: AWS shows the id of a deleted one there. One that is "
                        + "made again under the same name doesn't get it back";
            case REPOSITORY_DELETED -> "ended when the repository was deleted, and its policy with it";
            case OUT_OF_REACH ->
                "came to its end, but its registry isn't in ecr-bot's configuration any more, so ecr-bot couldn't take it "
                        + "out of the policy and has stopped trying. If no end stands in the policy, take it out by hand";
        };
    }

    private static String title(Grant.Reason reason) {
        return switch (reason) {
            case EXPIRED -> "Ended";
            case ENDED_EARLY -> "Ended early";
            case REVOKED -> "Revoked";
            case UNDONE -> "Undone";
            case FOUND_MISSING -> "Gone";
            case PRINCIPAL_DELETED -> "Gone";
            case REPOSITORY_DELETED -> "Gone: repository deleted";
            case OUT_OF_REACH -> "Ended, out of reach";
        };
    }

    private Optional<Grant.Reason> reason() {
        return since.grant().flatMap(Grant::ended).map(Grant.End::reason);
    }
}
