package dev.ecrbot.slack.message;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.ecrbot.desk.ledger.CardHistory;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Proof;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a card says once it was decided, in three lines: how things are by now, who got what where, and who decided. All else
 * is in its story, behind a button.
 *
 * @param brief whether what is long is said in short, since it stands below in full
 */
record DecidedCard(Message.Card card, CardState state, RequestSummary subject, boolean brief) {
    private static final int LONGEST_PROBLEM = 1_000;
    private static final int BRIEF_PROBLEM = 200;
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_RULE = 100;

    List<RichTextLine> lines() {
        var lines = new ArrayList<>(List.of(headline(), what(), decision()));
        history().glass().ifPresent(glass -> lines.add(review(glass)));
        return lines;
    }

    private RichTextLine review(CardHistory.Glass glass) {
        var line = new RichTextLine();
        if (glass.reviewer().isPresent()) {
            return line.text("Reviewed by ").user(glass.reviewer().get()).text(".");
        }
        if (over()) {
            return line.bold("Nobody reviewed it").text(" before it was over.");
        }
        return line.bold("Somebody else has to review it: ")
                .text("if an approver does, it lasts until ")
                .date(glass.until())
                .text(".");
    }

    private RichTextLine headline() {
        var line = new RichTextLine().bold(state.sign() + " " + state.title());
        return switch (request().stage().state()) {
            case APPLIED -> limited(state.since().told(line, request().change().end()));
            case APPROVED -> waiting(line);
            case FAILED ->
                request().stage().problem().map(why -> failed(line, why)).orElse(line);
            case DENIED, CANCELLED, EXPIRED -> line.text(". Nothing was changed.");
            case PENDING, APPLYING -> line;
        };
    }

    private RichTextLine limited(RichTextLine line) {
        card.held()
                .filter(active -> !brief)
                .ifPresent(active -> new LimitText(
                                request().revision().plan(), history().since().hindered())
                        .after(line));
        return line;
    }

    private RichTextLine waiting(RichTextLine line) {
        history()
                .waitingForAws()
                .ifPresent(since -> line.text(": AWS throttles it or doesn't answer, since ")
                        .date(since)
                        .text(". ecr-bot goes on trying until a quarter of an hour after the approval."));
        history()
                .waitingForSlack()
                .ifPresent(since -> line.text(
                                ": this was approved a while ago, so ecr-bot asks Slack again whether it may be "
                                        + "written. Slack hasn't answered since ")
                        .date(since)
                        .text(". ecr-bot goes on asking for a quarter of an hour."));
        return line;
    }

    private RichTextLine failed(RichTextLine line, Problem why) {
        String text = brief ? SafeText.middle(why.text(), BRIEF_PROBLEM) : SafeText.line(why.text(), LONGEST_PROBLEM);
        line.text(": " + text + " (").code(why.code().label()).text(")");
        if (!history().covering().isEmpty() && !brief) {
            HeldText.covering(line.text("."), history().covering());
        }
        history()
                .triedAgain()
                .ifPresent(other -> line.text(". It was tried again as ").code(other.value()));
        return line;
    }

    private RichTextLine what() {
        var line = new RichTextLine();
        request()
                .ask()
                .ifPresentOrElse(
                        ask -> line.user(ask.requester())
                                .text(request().authority() == Authority.PERSON ? ": " : " asked ")
                                .text(request().authority() == Authority.PERSON ? subject.change() : subject.asked()),
                        () -> line.text("ecr-bot, by itself: " + subject.change()));
        if (subject.grants() && card.held().isEmpty()) {
            subject.until().ifPresent(end -> line.text(", until ").date(end));
        }
        return line.text(". Request ").code(request().id().value());
    }

    private RichTextLine decision() {
        var line = new RichTextLine();
        Optional<Decision> decision = request().stage().decision();
        switch (request().stage().state()) {
            case DENIED -> decision.ifPresent(by -> denied(line, by));
            case CANCELLED ->
                decision.ifPresent(by -> line.text("Cancelled by ")
                        .user(by.by())
                        .text(", ")
                        .date(by.at())
                        .text("."));
            case EXPIRED -> line.text("Nobody decided.");
            case PENDING, APPROVED, APPLYING, APPLIED, FAILED -> allowed(line, decision);
        }
        return line;
    }

    private String reason(String why) {
        return brief ? SafeText.middle(why, BRIEF_PROBLEM) : SafeText.line(why, LONGEST_REASON);
    }

    private void denied(RichTextLine line, Decision by) {
        line.text("Denied by ").user(by.by()).text(", ").date(by.at());
        by.reason().ifPresentOrElse(why -> line.text(": “" + reason(why) + "”"), () -> line.text("."));
    }

    private void allowed(RichTextLine line, Optional<Decision> decision) {
        if (!card.approvals().isEmpty()) {
            state.approved(line);
        } else if (request().authority() == Authority.PERSON) {
            line.text(
                    history().glass().isPresent()
                            ? "Glass broken, without an approval before, by "
                            : "Done without an approval, as its rule allows, by ");
            decision.ifPresent(by -> line.user(by.by()).text(", ").date(by.at()));
        } else if (request().authority() == Authority.RULE) {
            line.text("Approved by the rule ")
                    .bold(SafeText.line(request().ask().map(Ask::rule).orElse(""), LONGEST_RULE))
                    .text(" by itself, ")
                    .date(request().createdAt());
        } else {
            line.text("Nobody had to approve it");
        }
        request()
                .stage()
                .proof()
                .map(Proof::readBack)
                .ifPresent(at -> line.text("; read back from AWS ").date(at));
        line.text(".");
    }

    /** The buttons below: each for what can still be done, by whoever may; a click is judged anew. */
    LayoutBlock buttons() {
        String id = request().id().value();
        List<BlockElement> buttons = new ArrayList<>();
        if (undoable()) {
            buttons.add(Buttons.undo(id));
        }
        if (history().glass().filter(glass -> glass.reviewer().isEmpty()).isPresent()) {
            card.held().ifPresent(active -> buttons.add(Buttons.review(id)));
        }
        card.held().ifPresent(active -> buttons.add(Buttons.endNow(id, subject.change())));
        if (history().triedAgain().isEmpty()) {
            Buttons.tryAgain(request()).ifPresent(buttons::add);
        }
        if (over() && request().ask().isPresent()) {
            Buttons.again(request()).ifPresent(buttons::add);
        }
        buttons.add(Buttons.story(id));
        Optional<Instant> until = card.held().flatMap(active -> active.owned().until());
        return Buttons.block(Ids.until(until), buttons);
    }

    private boolean undoable() {
        boolean ended = history().since().grant().isPresent() && card.held().isEmpty();
        return request().stage().state() == RequestState.APPLIED
                && request().authority() != Authority.BOT
                && request().revision().kept()
                && !history().since().undone()
                && !ended
                && !(request().change().edit() instanceof Edit.Undo);
    }

    private boolean over() {
        return switch (request().stage().state()) {
            case DENIED, CANCELLED, EXPIRED, FAILED -> true;
            case APPLIED -> history().since().grant().isPresent() && card.held().isEmpty();
            case PENDING, APPROVED, APPLYING -> false;
        };
    }

    private CardHistory history() {
        return card.history();
    }

    private Request request() {
        return card.request();
    }
}
