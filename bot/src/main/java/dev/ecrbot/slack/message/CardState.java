package dev.ecrbot.slack.message;

import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.ledger.ShorterEnd;
import dev.ecrbot.desk.ledger.WithdrawnApproval;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Proof;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.policy.holding.Claim;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says where a request is, who decided, and what came of it. */
public record CardState(Request request, List<Approval> approvals, CardHistory history, Optional<Claim.Held> held) {
    private static final String AGAIN = " after this was shown; earlier approvals don't count any more.";
    private static final int LONGEST_PROBLEM = 1_000;

    /** Returns the state as a card would show it. */
    public static CardState of(Request request, List<Approval> approvals, CardHistory history) {
        var card = new Message.Card(request, approvals, Optional.empty(), Optional.empty(), history);
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

    private SinceText since() {
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

    /** Returns what has been decided and done so far. */
    public List<RichTextLine> lines() {
        var lines = new ArrayList<RichTextLine>();
        history.shorter()
                .ifPresent(end -> lines.add(new RichTextLine()
                        .text("The end was shortened by ")
                        .user(end.by())
                        .text(again(end) ? AGAIN : ".")));
        if (request.stage().state() == RequestState.PENDING
                && request.revision().number() > 1
                && history.shorter().filter(this::again).isEmpty()) {
            lines.add(RichTextLine.of(new RevisionCauseText(history.revised()).why()
                    + ". What would change now is below; earlier approvals don't count any more."));
        }
        if (!approvals.isEmpty()) {
            lines.add(approved());
        } else if (request.stage().state() == RequestState.PENDING && needed() > 1) {
            lines.add(RichTextLine.of(
                    "0 of " + needed() + " approvals so far. " + needed() + " different people are needed."));
        }
        history.withdrawn().forEach(approval -> lines.add(gone(approval)));
        request.stage().decision().flatMap(this::decided).ifPresent(lines::add);
        if (request.stage().state() == RequestState.APPROVED) {
            history.waitingForAws().ifPresent(since -> lines.add(waitsSince(since)));
            history.waitingForSlack().ifPresent(since -> lines.add(waitsForSlack(since)));
        }
        if (request.stage().state() == RequestState.APPLIED) {
            since().line(request.change().end()).ifPresent(lines::add);
            held.ifPresent(active -> lines.addAll(
                    new LimitText(request.revision().plan(), history.since().hindered()).lines()));
        }
        request.stage().proof().ifPresent(proof -> lines.add(proved(proof)));
        request.stage().problem().ifPresent(problem -> lines.add(failed(problem)));
        return lines;
    }

    private boolean again(ShorterEnd end) {
        return request.stage().state() == RequestState.PENDING
                && end.revision() == request.revision().number();
    }

    private RichTextLine approved() {
        var line = new RichTextLine();
        boolean one = needed() == 1;
        line.text(one ? "Approved by " : given() + " approvals: ");
        String between = "";
        for (Approval approval : approvals) {
            line.text(between).user(approval.by()).text(", ").date(approval.at());
            between = "; ";
        }
        return line.text(".");
    }

    private static RichTextLine waitsSince(Instant since) {
        return new RichTextLine()
                .text("AWS hasn't answered since ")
                .date(since)
                .text(". ecr-bot goes on trying until a quarter of an hour after the approval.");
    }

    private static RichTextLine waitsForSlack(Instant since) {
        return new RichTextLine()
                .text(
                        "This was approved a while ago, so ecr-bot asks Slack again whether it may be written. Slack hasn't "
                                + "answered since ")
                .date(since)
                .text(". ecr-bot goes on asking for a quarter of an hour.");
    }

    private static RichTextLine gone(WithdrawnApproval approval) {
        return new RichTextLine()
                .struck("Approved by ")
                .user(approval.by())
                .text(": doesn't count any more. " + SafeText.line(approval.why(), LONGEST_PROBLEM));
    }

    private Optional<RichTextLine> decided(Decision decision) {
        String how = switch (request.stage().state()) {
            case DENIED -> "Denied by ";
            case CANCELLED -> "Cancelled by ";
            default -> atOnce() ? "Done without an approval, as its rule allows, by " : "";
        };
        // An approval is among those listed already.
        return how.isEmpty()
                ? Optional.empty()
                : Optional.of(new RichTextLine()
                        .text(how)
                        .user(decision.by())
                        .text(", ")
                        .date(decision.at())
                        .text(atOnce() ? "." : ". Nothing was changed."));
    }

    private boolean atOnce() {
        return request.authority() == Authority.PERSON;
    }

    private RichTextLine proved(Proof proof) {
        var line = new RichTextLine()
                .text(
                        held.isPresent()
                                ? "In effect: written to the policy, and read back "
                                : "Written to the policy, and read back ")
                .date(proof.readBack())
                .text(".");
        return proof.awsRequestId().isBlank() ? line.text(" AWS's own answer got lost on the way.") : line;
    }

    private static RichTextLine failed(Problem problem) {
        return new RichTextLine()
                .text(SafeText.line(problem.text(), LONGEST_PROBLEM))
                .text(" (")
                .code(problem.code().label())
                .text(")");
    }
}
