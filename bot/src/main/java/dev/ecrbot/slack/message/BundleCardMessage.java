package dev.ecrbot.slack.message;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.policy.diff.DiffLine;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Writes the common card of what was asked for at once: what means the same is shown once, with the list of where. Once decided,
 * it only says so; each change has a card of its own in the thread.
 */
public final class BundleCardMessage {
    private static final int LONGEST_REASON = 300;
    private static final int BRIEF_REASON = 60;
    /** What one kind of change takes at least, where none of its lists fits. */
    private static final int ROOM_FOR_ONE = 1_500;

    private static final int LIST = 6_500;
    private static final String TOO_LONG =
            "These changes are too long to be shown here in full, so they can't be approved. Deny them, and ask for fewer at once.";

    private final BundleCard card;
    private final DisplayNames names;
    private final List<Request> waiting;
    private final Map<Same, List<Request>> groups = new LinkedHashMap<>();

    public BundleCardMessage(BundleCard card, DisplayNames names) {
        this.card = card;
        this.names = names;
        this.waiting = card.waiting();
        waiting.forEach(each -> groups.computeIfAbsent(Same.of(each, names), same -> new ArrayList<>())
                .add(each));
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
        MessageBuilder facts = inFull(approvable);
        boolean fits = facts.whole() == approvable && Height.lines(facts.blocks()) <= Height.SCREEN;
        MessageBuilder builder =
                fits ? letter(facts.add(Buttons.toDecide(waiting, names, approvable))) : whole(inShort(approvable));
        return builder.add(Blocks.context(footer()));
    }

    private MessageBuilder begun(List<RichTextLine> lines) {
        return new MessageBuilder()
                .add(Blocks.header("⏳ Waiting for approval" + given() + ": " + waiting.size() + " changes at once"))
                .add(Blocks.lines(lines));
    }

    private MessageBuilder inFull(boolean approvable) {
        MessageBuilder builder = begun(facts(LONGEST_REASON));
        groups.forEach((same, all) -> shown(builder, same, all));
        tooLong(builder, approvable);
        called(builder, approvable);
        return builder;
    }

    /** What a decision needs in a few lines: of the kinds of change those that are shown first, and what to look twice at in any. */
    private MessageBuilder inShort(boolean approvable) {
        DisplayNames brief = names.brief();
        List<RichTextLine> lines = facts(BRIEF_REASON);
        lines.addAll(BriefCard.ofKinds(List.copyOf(groups.values()), brief));
        MessageBuilder builder = begun(lines);
        tooLong(builder, approvable);
        builder.add(Buttons.toDecide(waiting, names, approvable));
        called(builder, approvable);
        return builder;
    }

    private static void tooLong(MessageBuilder builder, boolean approvable) {
        if (!approvable) {
            builder.add(Blocks.lines(new RichTextLine().bold(TOO_LONG)));
        }
    }

    private void called(MessageBuilder builder, boolean approvable) {
        lead().ask()
                .ifPresent(ask -> builder.add(
                        Blocks.mrkdwn(new CallText(card.called(), ask.approvals(), "all of it").text(approvable))));
    }

    /** Adds each line that changes, for what is said above in full. */
    private MessageBuilder letter(MessageBuilder builder) {
        return builder.fold(
                "Exactly: each line that changes in the policies",
                exactly -> eachKind(exactly, (same, all) -> changed(exactly, all, "In each of: ", places(all))));
    }

    /** Adds all there is to say, for what is said above in short. */
    private MessageBuilder whole(MessageBuilder builder) {
        return builder.fold("In full: every change, and each line that changes in the policies", exactly -> {
            exactly.add(Blocks.lines(facts(LONGEST_REASON)));
            eachKind(exactly, (same, all) -> {
                shown(exactly, same, all);
                changed(exactly, all, "In each of these:", "");
            });
        });
    }

    /** Writes a block for each kind of change, as long as there is room for what surrounds a list that doesn't fit. */
    private void eachKind(MessageBuilder builder, BiConsumer<Same, List<Request>> writing) {
        groups.forEach((same, all) -> {
            if (builder.left() < ROOM_FOR_ONE) {
                builder.leavesOut();
            } else {
                builder.asOne(one -> writing.accept(same, all));
            }
        });
    }

    private void changed(MessageBuilder builder, List<Request> all, String where, String places) {
        builder.add(Blocks.lines(RichTextLine.bold(where, places)));
        new PlanText(all.get(0), names).diff(builder);
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

    private List<RichTextLine> facts(int reason) {
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
                .map(why -> RichTextLine.bold(
                        "Why: ", reason == BRIEF_REASON ? SafeText.middle(why, reason) : SafeText.line(why, reason)))
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

    private MessageBuilder decided() {
        Request first = card.members().get(0);
        int many = card.members().size();
        RichTextLine line = CardState.ofSeveral(first, many);
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
