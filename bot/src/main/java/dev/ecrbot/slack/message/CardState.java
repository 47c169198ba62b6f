package dev.ecrbot.slack.message;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.ShorterEnd;
import dev.ecrbot.desk.ledger.WithdrawnApproval;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says where a request is, who decided, and what came of it. */
public record CardState(Request request, List<Approval> approvals, CardHistory history, Optional<Claim.Held> held) {
    private static final String AGAIN = " after this was shown; earlier approvals don't count any more.";
    private static final int LONGEST_PROBLEM = 1_000;
    private static final int LONGEST_REASON = 300;

    /** Returns the state as a card would show it. */
    public static CardState of(Request request, List<Approval> approvals, CardHistory history) {
        var card = new Message.Card(request, approvals, Optional.empty(), Optional.empty(), history, Optional.empty());
        return new CardState(request, approvals, history, card.held());
    }

    /** Returns the state in a few words, legible without any colour. */
    public String title() {
        return switch (request.stage().state()) {
            case PENDING -> waiting();
            case APPROVED, APPLYING -> applying();
            case APPLIED -> since().title();
            case DENIED -> "Denied";
            case CANCELLED -> "Cancelled";
            case EXPIRED -> "Expired: nobody decided in time";
            case FAILED -> isCovered() ? "Covered already" : "Failed";
        };
    }

    /** Returns the state as a picture, to be found at a glance. */
    public String sign() {
        return switch (request.stage().state()) {
            case PENDING -> "⏳";
            case APPROVED, APPLYING -> "🔧";
            case APPLIED -> since().sign();
            case DENIED -> "⛔";
            case CANCELLED, EXPIRED -> "🚫";
            case FAILED -> isCovered() ? "☑️" : "❗";
        };
    }

    SinceText since() {
        return new SinceText(history.since(), held);
    }

    private String applying() {
        boolean waits = request.stage().state() == RequestState.APPROVED;
        String state = "applying…";
        if (waits && history.waitingForAws().isPresent()) {
            state = "waiting for AWS";
        } else if (waits && history.waitingForSlack().isPresent()) {
            state = "waiting for Slack";
        }
        return atOnce() ? Character.toUpperCase(state.charAt(0)) + state.substring(1) : "Approved, " + state;
    }

    // Somebody gave the same meanwhile: that is no failure of anybody's.
    private boolean isCovered() {
        return request.stage()
                .problem()
                .filter(problem -> problem.code() == Code.NOTHING_TO_CHANGE)
                .isPresent();
    }

    private String waiting() {
        String given = approvals.isEmpty() ? "" : ", " + given() + " given";
        return request.revision().number() == 1
                ? "Waiting for approval" + given
                : "Waiting again: revision " + request.revision().number() + given;
    }

    private String given() {
        return approvals.size() + " of " + needed();
    }

    private int needed() {
        return request.ask().map(ask -> ask.approvals()).orElse(0);
    }

    /** Returns what has happened so far to a request that waits. */
    List<RichTextLine> lines() {
        var lines = new ArrayList<RichTextLine>();
        history.shorter()
                .ifPresent(end -> lines.add(new RichTextLine()
                        .text("The end was shortened by ")
                        .user(end.by())
                        .text(again(end) ? AGAIN : ".")));
        if (request.revision().number() > 1
                && history.shorter().filter(this::again).isEmpty()) {
            lines.add(RichTextLine.of(new RevisionCauseText(history.revised()).why()
                    + ". What would change now is below; earlier approvals don't count any more."));
        }
        if (!approvals.isEmpty()) {
            lines.add(approved(new RichTextLine()).text("."));
        } else if (needed() > 1) {
            lines.add(RichTextLine.of(
                    "0 of " + needed() + " approvals so far. " + needed() + " different people are needed."));
        }
        history.withdrawn().forEach(approval -> lines.add(gone(approval)));
        return lines;
    }

    /** Returns the same in few words, for a card that says it in full below. */
    List<RichTextLine> brief() {
        var lines = new ArrayList<RichTextLine>();
        if (request.revision().number() > 1) {
            lines.add(RichTextLine.of(
                    history.shorter().filter(this::again).isPresent()
                            ? "The end was shortened."
                            : history.revised().byOthers()
                                    ? "Somebody else changed the policy meanwhile."
                                    : "It has changed since it was shown first."));
        }
        int gone = history.withdrawn().size();
        if (gone > 0) {
            lines.add(RichTextLine.of(
                    gone == 1 ? "1 approval doesn't count any more." : gone + " approvals don't count any more."));
        } else if (approvals.isEmpty() && needed() > 1) {
            lines.add(RichTextLine.of(given() + " approvals so far."));
        }
        return lines;
    }

    private boolean again(ShorterEnd end) {
        return end.revision() == request.revision().number();
    }

    /** Says who approved, without the end of the sentence. */
    RichTextLine approved(RichTextLine line) {
        boolean one = needed() == 1;
        line.text(one ? "Approved by " : given() + " approvals: ");
        String between = "";
        for (Approval approval : approvals) {
            line.text(between).user(approval.by()).text(", ").date(approval.at());
            between = "; ";
        }
        return line;
    }

    private static RichTextLine gone(WithdrawnApproval approval) {
        return new RichTextLine()
                .struck("Approved by ")
                .user(approval.by())
                .text(": doesn't count any more. " + SafeText.line(approval.why(), LONGEST_PROBLEM));
    }

    /** Says what became of several at once, of which this is the first, but for who asked. */
    static RichTextLine ofSeveral(Request first, int many) {
        var line = new RichTextLine();
        switch (first.stage().state()) {
            case DENIED -> {
                line.bold("⛔ Denied: all " + many + " changes. ").text("Nothing was changed. Denied by ");
                first.stage().decision().ifPresent(by -> {
                    line.user(by.by()).text(", ").date(by.at());
                    by.reason().ifPresent(why -> line.text(": “" + SafeText.line(why, LONGEST_REASON) + "”"));
                });
            }
            case CANCELLED ->
                line.bold("🚫 Cancelled: all " + many + " changes. ").text("Nothing was changed.");
            case EXPIRED ->
                line.bold("🚫 Expired: nobody decided in time. ").text("None of the " + many + " changes was made.");
            default ->
                approved(line, first, many)
                        .text("Each has a card of its own in the thread, which says what became of it.");
        }
        return line;
    }

    private static RichTextLine approved(RichTextLine line, Request first, int many) {
        Optional<Decision> yes = first.stage().decision().filter(by -> first.authority() == Authority.APPROVAL);
        line.bold(yes.isPresent() ? "✅ Approved: " + many + " changes" : "✅ Decided: " + many + " changes");
        yes.ifPresent(by -> line.text(", by ").user(by.by()).text(", ").date(by.at()));
        return line.text(". ");
    }

    private boolean atOnce() {
        return request.authority() == Authority.PERSON;
    }
}
