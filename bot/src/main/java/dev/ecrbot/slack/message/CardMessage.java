package dev.ecrbot.slack.message;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Called;
import dev.ecrbot.desk.tell.FallbackChannel;
import dev.ecrbot.desk.tell.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the card: everything somebody needs to decide, and afterwards what was decided and what came of it. */
public final class CardMessage {
    private static final int LONGEST_REASON = 300;
    private static final String GLASS = ":rotating_light: <!channel> *Glass broken*: access was taken at once.";
    private static final String TOO_LONG =
            "This change is too long to be shown here in full, so it can't be approved. Deny it, "
                    + "and ask for less at once, or have the repository's policy shortened first.";

    private final Message.Card card;
    private final Request request;
    private final CardState state;
    private final RequestSummary subject;
    private final PlanText plan;
    private final Confirmation confirmation;

    public CardMessage(Message.Card card, DisplayNames names) {
        this.card = card;
        this.request = card.request();
        this.state = new CardState(request, card.approvals(), card.history(), card.held());
        this.subject = new RequestSummary(request, names);
        this.plan = new PlanText(request, names);
        this.confirmation = new Confirmation(request, names);
    }

    public Rendered render() {
        boolean waits = request.stage().state() == RequestState.PENDING;
        MessageBuilder builder = waits ? toDecide().add(Blocks.context(footer())) : decided();
        return builder.rendered(text(waits));
    }

    /** What a decision needs stands before its buttons, and the letter of it behind: on a phone, all of the first fits. */
    private MessageBuilder toDecide() {
        MessageBuilder approvable = toDecide(true);
        return approvable.whole() ? approvable : toDecide(false);
    }

    private MessageBuilder toDecide(boolean approvable) {
        MessageBuilder builder = begun();
        builder.add(Blocks.lines(facts()));
        plan.effects(builder);
        plan.remaining(builder);
        plan.warnings(builder);
        if (!approvable) {
            builder.add(Blocks.lines(new RichTextLine().bold(TOO_LONG)));
        }
        request.ask()
                .ifPresent(ask -> builder.add(
                        Blocks.mrkdwn(new CallText(card.called(), ask.approvals(), "this").text(approvable))));
        informed(builder);
        builder.add(buttons(approvable));
        return builder.fold("Exactly: names in full, and each line that changes in the policy", exactly -> {
            exactly.add(Blocks.lines(names()));
            plan.diff(exactly);
        });
    }

    private MessageBuilder decided() {
        var builder = new MessageBuilder();
        card.fallback().ifPresent(around -> builder.add(Blocks.lines(elsewhere(around))));
        if (card.history().glass().isPresent()) {
            builder.add(Blocks.mrkdwn(GLASS));
        }
        var decided = new DecidedCard(card, state, subject);
        builder.add(Blocks.lines(decided.lines()));
        if (request.authority() == Authority.PERSON || request.authority() == Authority.RULE) {
            informed(builder);
        }
        return builder.add(decided.buttons());
    }

    private MessageBuilder begun() {
        var builder = new MessageBuilder().add(Blocks.header(state.sign() + " " + state.title()));
        card.fallback().ifPresent(around -> builder.add(Blocks.lines(elsewhere(around))));
        List<RichTextLine> done = state.lines();
        if (!done.isEmpty()) {
            builder.add(Blocks.lines(done));
        }
        return builder;
    }

    private void informed(MessageBuilder builder) {
        request.ask()
                .flatMap(Ask::informed)
                .filter(others -> !Called.leavesOutInformed(card))
                .ifPresent(others -> builder.add(Blocks.mrkdwn("For information: " + Mrkdwn.mention(others))));
    }

    private RichTextLine elsewhere(FallbackChannel around) {
        var line = new RichTextLine().text("This card is here because ");
        request.ask().map(Ask::channel).ifPresentOrElse(line::channel, () -> line.text("its rule's channel"));
        String why = switch (around.why()) {
            case "channel_not_found" -> " is gone, or private without the bot in it";
            case "is_archived" -> " is archived";
            case "not_in_channel" -> " doesn't have the bot in it";
            default -> " can't show it (" + SafeText.line(around.why(), 100) + ")";
        };
        return line.text(why + ". Invite the bot there, or name another channel in the rule.");
    }

    private List<RichTextLine> facts() {
        var lines = new ArrayList<RichTextLine>();
        lines.add(request.ask()
                .map(ask -> new RichTextLine().user(ask.requester()).text(" asks " + subject.asked() + "."))
                .orElseGet(() -> RichTextLine.of("ecr-bot does this by itself: " + subject.change() + ".")));
        lines.add(RichTextLine.bold(
                "Where: ",
                DisplayNames.place(request.change().target(), request.change().registry())));
        subject.from()
                .ifPresent(
                        end -> lines.add(new RichTextLine().bold("Ends now: ").date(end)));
        if (subject.grants()) {
            lines.add(until());
        }
        lines.add(request.ask()
                .flatMap(Ask::reason)
                .map(why -> RichTextLine.bold("Why: ", SafeText.line(why, LONGEST_REASON)))
                .orElseGet(() -> RichTextLine.bold("Why: ", "no reason was given")));
        return lines;
    }

    /** The names in full, as AWS writes them. */
    private List<RichTextLine> names() {
        var lines = new ArrayList<RichTextLine>();
        lines.add(new RichTextLine()
                .bold(subject.gives() ? "For whom: " : "From whom: ")
                .code(DisplayNames.exact(request.change().edit().principal())));
        lines.add(RichTextLine.bold(
                "Repository: ",
                DisplayNames.target(request.change().target(), request.change().registry())));
        request.change()
                .extended()
                .ifPresent(
                        grant -> lines.add(new RichTextLine().bold("Given by: ").code(grant.toString())));
        return lines;
    }

    private RichTextLine until() {
        Optional<Instant> end = subject.until();
        var line = new RichTextLine().bold(subject.from().isPresent() ? "New end: " : "Until: ");
        if (end.isEmpty()) {
            return line.text("no end; it stays until somebody revokes it");
        }
        line.date(end.get());
        return request.ask().filter(Ask::endFromRule).isPresent()
                ? line.text(" (no end was named, so the longest that the rule allows)")
                : line;
    }

    private LayoutBlock buttons(boolean approvable) {
        String id = request.id().value();
        List<BlockElement> buttons = new ArrayList<>();
        if (approvable) {
            ButtonElement approve = Buttons.of(Ids.APPROVE, "Approve", id, "primary");
            confirmation.ofApproval().ifPresent(approve::setConfirm);
            buttons.add(approve);
        }
        ButtonElement deny = Buttons.of(Ids.DENY, "Deny", id, "danger");
        deny.setConfirm(confirmation.ofDenial());
        buttons.add(deny);
        if (approvable && subject.grants()) {
            buttons.add(Buttons.of(Ids.SHORTEN, "Shorten…", id));
        }
        buttons.add(Buttons.comment(id));
        return Buttons.block(Ids.revision(request.revision().number()), buttons);
    }

    private String footer() {
        String rule = request.ask()
                .map(ask -> "Rule " + SafeText.line(ask.rule(), 100) + " · ")
                .orElse("");
        String revision = request.revision().number() > 1
                ? " · revision " + request.revision().number()
                : "";
        return rule + "Request " + request.id() + revision;
    }

    private String text(boolean waits) {
        String who = request.ask()
                .map(ask -> Mrkdwn.mention(ask.requester()) + " asks ")
                .orElse("ecr-bot: ");
        String what = Mrkdwn.escape(request.ask().isPresent() ? subject.asked() : subject.change());
        String sentence = who + what + ": " + Mrkdwn.escape(state.title()) + " (" + request.id() + ").";
        return waits && request.ask().isPresent() ? CallText.opening(card.called()) + sentence : sentence;
    }
}
