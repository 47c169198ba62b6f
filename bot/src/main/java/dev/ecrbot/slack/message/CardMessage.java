package dev.ecrbot.slack.message;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Proof;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.FallbackChannel;
import dev.ecrbot.desk.tell.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the card: everything somebody needs to decide, and afterwards what was decided and what came of it. */
public final class CardMessage {
    private static final int LONGEST_REASON = 300;
    private static final String TOO_LONG =
            "This change is too long to be shown here in full, so it can't be approved. Deny it, "
                    + "and ask for less at once, or have the repository's policy shortened first.";

    private final Request request;
    private final CardState state;
    private final RequestSummary subject;
    private final PlanText plan;
    private final Confirmation confirmation;
    private final Optional<FallbackChannel> fallback;

    public CardMessage(Message.Card card, DisplayNames names) {
        this.request = card.request();
        this.state = new CardState(request, card.approvals(), card.history(), card.held());
        this.subject = new RequestSummary(request, names);
        this.plan = new PlanText(request, names);
        this.confirmation = new Confirmation(request, names);
        this.fallback = card.fallback();
    }

    public Rendered render() {
        boolean waits = request.stage().state() == RequestState.PENDING;
        MessageBuilder builder = waits ? toDecide() : decided();
        builder.add(Blocks.context(footer()));
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
        request.ask().ifPresent(ask -> builder.add(Blocks.mrkdwn(call(ask, approvable))));
        informed(builder);
        builder.add(buttons(approvable));
        builder.add(Blocks.lines(names()));
        plan.diff(builder);
        return builder;
    }

    private MessageBuilder decided() {
        MessageBuilder builder = begun();
        var lines = new ArrayList<>(facts());
        lines.addAll(1, names());
        builder.add(Blocks.lines(lines));
        plan.effects(builder);
        plan.remaining(builder);
        if (request.stage().state() == RequestState.APPLIED
                || !request.stage().state().isFinal()) {
            plan.diff(builder);
        }
        if (request.authority() == Authority.PERSON) {
            informed(builder);
        }
        return builder;
    }

    private MessageBuilder begun() {
        var builder = new MessageBuilder().add(Blocks.header(state.sign() + " " + state.title()));
        fallback.ifPresent(around -> builder.add(Blocks.lines(elsewhere(around))));
        List<RichTextLine> done = state.lines();
        if (!done.isEmpty()) {
            builder.add(Blocks.lines(done));
        }
        return builder;
    }

    private void informed(MessageBuilder builder) {
        request.ask()
                .flatMap(Ask::informed)
                .ifPresent(others -> builder.add(Blocks.mrkdwn("For information: " + Mrkdwn.mention(others))));
    }

    /** The mention notifies the approvers when the card is posted; editing it later notifies nobody. */
    private static String call(Ask ask, boolean approvable) {
        if (!approvable) {
            return Mrkdwn.mention(ask.approvers()) + " can deny this.";
        }
        return Mrkdwn.mention(ask.approvers())
                + (ask.approvals() == 1
                        ? " can approve or deny this."
                        : " can approve or deny this. " + ask.approvals() + " different people have to approve.");
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
                .map(ask -> new RichTextLine()
                        .user(ask.requester())
                        .text(
                                request.authority() == Authority.PERSON
                                        ? " is " + subject.change() + "."
                                        : " asks " + subject.asked() + "."))
                .orElseGet(() -> RichTextLine.of("ecr-bot does this by itself: " + subject.change() + ".")));
        subject.from()
                .ifPresent(end -> lines.add(new RichTextLine()
                        .bold(request.stage().state() == RequestState.APPLIED ? "Ended before: " : "Ends now: ")
                        .date(end)));
        if (subject.grants() && state.history().since().grant().isEmpty()) {
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
        List<BlockElement> buttons = new ArrayList<>();
        if (approvable) {
            ButtonElement approve = button(Ids.APPROVE, "Approve", "primary");
            confirmation.ofApproval().ifPresent(approve::setConfirm);
            buttons.add(approve);
        }
        ButtonElement deny = button(Ids.DENY, "Deny", "danger");
        deny.setConfirm(confirmation.ofDenial());
        buttons.add(deny);
        if (approvable && subject.grants()) {
            buttons.add(ButtonElement.builder()
                    .actionId(Ids.SHORTEN)
                    .text(Blocks.plain("Shorten…"))
                    .value(request.id().value())
                    .build());
        }
        return ActionsBlock.builder()
                .blockId(Ids.revision(request.revision().number()))
                .elements(buttons)
                .build();
    }

    private ButtonElement button(String action, String label, String style) {
        return ButtonElement.builder()
                .actionId(action)
                .text(Blocks.plain(label))
                .style(style)
                .value(request.id().value())
                .build();
    }

    private String footer() {
        String rule = request.ask()
                .map(ask -> "Rule " + SafeText.line(ask.rule(), 100) + " · ")
                .orElse("");
        String revision = request.revision().number() > 1
                ? " · revision " + request.revision().number()
                : "";
        String aws = request.stage()
                .proof()
                .map(Proof::awsRequestId)
                .filter(id -> !id.isBlank())
                .map(id -> " · AWS request " + SafeText.line(id, 100))
                .orElse("");
        return rule + "Request " + request.id() + revision + aws;
    }

    private String text(boolean waits) {
        String who = request.ask()
                .map(ask -> Mrkdwn.mention(ask.requester()) + " asks ")
                .orElse("ecr-bot: ");
        String what = Mrkdwn.escape(request.ask().isPresent() ? subject.asked() : subject.change());
        String sentence = who + what + ": " + Mrkdwn.escape(state.title()) + " (" + request.id() + ").";
        return waits && request.ask().isPresent()
                ? Mrkdwn.mention(request.ask().get().approvers()) + ": " + sentence
                : sentence;
    }
}
