package dev.ecrbot.slack.message;

import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.policy.diff.DiffLine;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Writes the common card of what was asked for at once: what means the same is shown once, with the list of where. Once decided,
 * it only says so; each change has a card of its own in the thread.
 */
public final class BundleCardMessage {
    private static final int LONGEST_REASON = 300;
    private static final int LIST = 4_000;
    private static final String TOO_LONG =
            "These changes are too long to be shown here in full, so they can't be approved. Deny them, and ask for fewer at once.";

    private final BundleCard card;
    private final DisplayNames names;
    private final List<Request> waiting;

    public BundleCardMessage(BundleCard card, DisplayNames names) {
        this.card = card;
        this.names = names;
        this.waiting = card.waiting();
    }

    /** What is equal in changes that are shown once. */
    private record Same(String what, List<Effect> effects, List<Warning> warnings, List<DiffLine> diff, int foreign) {
        static Same of(Request request, DisplayNames names) {
            Plan plan = request.revision().plan();
            var subject = new RequestSummary(request, names);
            return new Same(
                    subject.grants()
                            ? subject.access() + " for " + subject.principal()
                            : "Taken from " + subject.principal() + ": " + subject.what(),
                    plan.effects(),
                    plan.warnings(),
                    plan.diff(),
                    plan.touchedForeign().size());
        }
    }

    public Rendered render() {
        MessageBuilder builder = waiting.isEmpty() ? decided() : toDecide();
        return builder.rendered(text());
    }

    private MessageBuilder toDecide() {
        MessageBuilder approvable = toDecide(true);
        return approvable.whole() ? approvable : toDecide(false);
    }

    private MessageBuilder toDecide(boolean approvable) {
        var builder = new MessageBuilder()
                .add(Blocks.header("⏳ Waiting for approval" + given() + ": " + waiting.size() + " changes at once"));
        builder.add(Blocks.lines(facts()));
        var groups = new LinkedHashMap<Same, List<Request>>();
        waiting.forEach(each -> groups.computeIfAbsent(Same.of(each, names), same -> new ArrayList<>())
                .add(each));
        groups.forEach((same, all) -> shown(builder, same, all));
        if (!approvable) {
            builder.add(Blocks.lines(new RichTextLine().bold(TOO_LONG)));
        }
        lead().ask()
                .ifPresent(ask -> builder.add(
                        Blocks.mrkdwn(new CallText(card.called(), ask.approvals(), "all of it").text(approvable))));
        builder.add(Buttons.block(Ids.revision(1), buttons(approvable)));
        builder.fold(
                "Exactly: each line that changes in the policies",
                exactly -> groups.values().forEach(all -> {
                    exactly.add(Blocks.lines(RichTextLine.bold("In each of: ", places(all))));
                    new PlanText(all.get(0), names).diff(exactly);
                }));
        return builder.add(Blocks.context(footer()));
    }

    private void shown(MessageBuilder builder, Same same, List<Request> all) {
        builder.list(
                RichTextLine.bold("", same.what() + " on"),
                all.stream()
                        .map(each -> RichTextLine.of(place(each) + " (" + each.id() + ")"))
                        .toList(),
                LIST);
        var plan = new PlanText(all.get(0), names);
        plan.effects(builder);
        plan.warnings(builder);
    }

    private String given() {
        int needed = lead().ask().map(Ask::approvals).orElse(1);
        return card.approvals().isEmpty() ? "" : ", " + card.approvals().size() + " of " + needed + " approvals given";
    }

    private List<RichTextLine> facts() {
        var lines = new ArrayList<RichTextLine>();
        lead().ask()
                .ifPresent(ask -> lines.add(new RichTextLine()
                        .user(ask.requester())
                        .text(" asks for " + waiting.size()
                                + " changes. One decision is for all of them; each is then applied by" + " itself.")));
        if (new RequestSummary(lead(), names).grants()) {
            lines.add(until());
        }
        lines.add(lead().ask()
                .flatMap(Ask::reason)
                .map(why -> RichTextLine.bold("Why: ", SafeText.line(why, LONGEST_REASON)))
                .orElseGet(() -> RichTextLine.bold("Why: ", "no reason was given")));
        return lines;
    }

    private RichTextLine until() {
        var line = new RichTextLine().bold("Until: ");
        return new RequestSummary(lead(), names)
                .until()
                .map(line::date)
                .orElseGet(() -> line.text("no end; it stays until somebody revokes it"));
    }

    private List<BlockElement> buttons(boolean approvable) {
        String id = lead().id().value();
        List<BlockElement> buttons = new ArrayList<>();
        if (approvable) {
            ButtonElement approve = Buttons.of(Ids.APPROVE, "Approve all " + waiting.size(), id, "primary");
            waiting.stream()
                    .flatMap(each -> new Confirmation(each, names).ofApproval().stream())
                    .findFirst()
                    .ifPresent(approve::setConfirm);
            buttons.add(approve);
        }
        ButtonElement deny = Buttons.of(Ids.DENY, "Deny all " + waiting.size(), id, "danger");
        deny.setConfirm(Confirmation.ofDenials(waiting.size()));
        buttons.add(deny);
        buttons.add(Buttons.comment(id));
        return buttons;
    }

    private MessageBuilder decided() {
        Request first = card.members().get(0);
        int many = card.members().size();
        var line = new RichTextLine();
        RequestState state = first.stage().state();
        Optional<Decision> decision = first.stage().decision();
        switch (state) {
            case DENIED -> {
                line.bold("⛔ Denied: all " + many + " changes. ").text("Nothing was changed. Denied by ");
                decision.ifPresent(by -> {
                    line.user(by.by()).text(", ").date(by.at());
                    by.reason().ifPresent(why -> line.text(": “" + SafeText.line(why, LONGEST_REASON) + "”"));
                });
            }
            case CANCELLED ->
                line.bold("🚫 Cancelled: all " + many + " changes. ").text("Nothing was changed.");
            case EXPIRED ->
                line.bold("🚫 Expired: nobody decided in time. ").text("None of the " + many + " changes was made.");
            default ->
                line.bold("✅ Decided: " + many + " changes. ")
                        .text("Each has a card of its own in the thread, which says what became of it.");
        }
        var asked = new RichTextLine();
        first.ask().ifPresent(ask -> asked.user(ask.requester()).text(" asked for " + changes(card.members())));
        return new MessageBuilder()
                .add(Blocks.lines(line, asked))
                .add(Buttons.block(Buttons.story(first.id().value())));
    }

    private String changes(List<Request> all) {
        return SafeText.line(
                new RequestSummary(all.get(0), names).change() + " and " + (all.size() - 1) + " more.", LONGEST_REASON);
    }

    private static String place(Request request) {
        return DisplayNames.some(request.change().target()) + ", "
                + DisplayNames.place(request.change().target(), request.change().registry());
    }

    private static String places(List<Request> all) {
        return String.join(
                ", ", all.stream().map(BundleCardMessage::place).distinct().toList());
    }

    private Request lead() {
        return waiting.isEmpty() ? card.members().get(0) : waiting.get(0);
    }

    private String footer() {
        return lead().ask()
                        .map(ask -> "Rule " + SafeText.line(ask.rule(), 100) + " · ")
                        .orElse("") + "Request " + lead().id() + " and " + (waiting.size() - 1) + " more";
    }

    private String text() {
        String who = lead().ask().map(ask -> Mrkdwn.mention(ask.requester())).orElse("ecr-bot");
        String sentence = who + " asks for " + card.members().size() + " changes at once: "
                + Mrkdwn.escape(changes(card.members())) + " (" + lead().id() + ").";
        return waiting.isEmpty() ? sentence : CallText.opening(card.called()) + sentence;
    }
}
