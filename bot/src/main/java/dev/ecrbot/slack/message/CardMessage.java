package dev.ecrbot.slack.message;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Called;
import dev.ecrbot.desk.tell.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the card: everything somebody needs to decide, and afterwards what was decided and what came of it. */
public final class CardMessage {
    private static final int LONGEST_REASON = 300;
    private static final int BRIEF_REASON = 60;
    private static final String GLASS = ":rotating_light: <!channel> *Glass broken*: access was taken at once.";
    private static final String BRIEFLY_TOO_LONG =
            "This is too long to be shown here in full, so it can't be approved. Deny it, and ask for less.";
    private static final String TOO_LONG =
            "This change is too long to be shown here in full, so it can't be approved. Deny it, "
                    + "and ask for less at once, or have the repository's policy shortened first.";

    private final Message.Card card;
    private final Request request;
    private final CardState state;
    private final RequestSummary subject;
    private final PlanText plan;

    public CardMessage(Message.Card card, DisplayNames names) {
        this.card = card;
        this.request = card.request();
        this.state = new CardState(request, card.approvals(), card.history(), card.held());
        this.subject = new RequestSummary(request, names);
        this.plan = new PlanText(request, names);
    }

    public Rendered render() {
        boolean waits = request.stage().state() == RequestState.PENDING;
        MessageBuilder builder = waits ? toDecide().add(Blocks.context(footer())) : decided();
        return builder.rendered(text(waits));
    }

    /**
     * What a decision needs stands before its buttons, and the letter of it behind: on a phone, all of the first fits. Where it
     * wouldn't, it is said in short, and in full below.
     */
    private MessageBuilder toDecide() {
        MessageBuilder approvable = toDecide(true);
        return approvable.whole() ? approvable : toDecide(false);
    }

    private MessageBuilder toDecide(boolean approvable) {
        MessageBuilder facts = inFull(approvable);
        boolean fits = facts.whole() == approvable && Height.lines(facts.blocks()) <= Height.SCREEN;
        return fits
                ? withLetter(facts.add(Buttons.toDecide(request, subject.names(), approvable)), false)
                : withLetter(inShort(approvable), true);
    }

    private MessageBuilder inFull(boolean approvable) {
        MessageBuilder builder = begun();
        builder.add(Blocks.lines(facts(subject, false)));
        told(builder);
        tooLong(builder, approvable, TOO_LONG);
        called(builder, approvable);
        return builder;
    }

    /** Names shortened; and what to look twice at by its name only, where its text would push the buttons off the screen. */
    private MessageBuilder inShort(boolean approvable) {
        MessageBuilder warned = begun(approvable, true);
        MessageBuilder builder = Height.lines(warned.blocks()) <= Height.SCREEN ? warned : begun(approvable, false);
        builder.add(Buttons.toDecide(request, subject.names(), approvable));
        called(builder, approvable);
        card.fallback().ifPresent(around -> builder.add(Blocks.lines(CallText.elsewhere(request, around))));
        return builder;
    }

    private MessageBuilder begun(boolean approvable, boolean warned) {
        var said = new RequestSummary(request, subject.names().brief());
        BriefCard brief = BriefCard.of(request, said.names());
        var lines = new ArrayList<>(state.brief());
        lines.addAll(facts(said, true));
        lines.add(brief.meaning());
        if (approvable && !warned) {
            brief.marked().ifPresent(lines::add);
        }
        MessageBuilder builder = new MessageBuilder()
                .add(Blocks.header(state.sign() + " " + state.title()))
                .add(Blocks.lines(lines));
        if (warned) {
            plan.warnings(builder);
        }
        tooLong(builder, approvable, BRIEFLY_TOO_LONG);
        return builder;
    }

    /** Adds below the buttons what is exact, and all that stands above them in short only. */
    private MessageBuilder withLetter(MessageBuilder builder, boolean shortened) {
        String title = shortened
                ? "In full: all that is shortened above, and each line that changes in the policy"
                : "Exactly: names in full, and each line that changes in the policy";
        return builder.fold(title, exactly -> {
            var lines = names();
            if (shortened) {
                lines.addAll(state.lines());
                if (subject.grants()) {
                    lines.add(until(true));
                }
                request.ask()
                        .flatMap(Ask::reason)
                        .ifPresent(why -> lines.add(RichTextLine.bold("Why: ", SafeText.line(why, LONGEST_REASON))));
            }
            exactly.add(Blocks.lines(lines));
            if (shortened) {
                told(exactly);
            }
            plan.diff(exactly);
        });
    }

    private void told(MessageBuilder builder) {
        plan.effects(builder);
        plan.remaining(builder);
        plan.warnings(builder);
    }

    private static void tooLong(MessageBuilder builder, boolean approvable, String why) {
        if (!approvable) {
            builder.add(Blocks.lines(new RichTextLine().bold(why)));
        }
    }

    private void called(MessageBuilder builder, boolean approvable) {
        request.ask()
                .ifPresent(ask -> builder.add(
                        Blocks.mrkdwn(new CallText(card.called(), ask.approvals(), "this").text(approvable))));
        informed(builder);
    }

    private MessageBuilder decided() {
        var builder = new MessageBuilder();
        card.fallback().ifPresent(around -> builder.add(Blocks.lines(CallText.elsewhere(request, around))));
        if (card.history().glass().isPresent()) {
            builder.add(Blocks.mrkdwn(GLASS));
        }
        List<RichTextLine> whole = new DecidedCard(card, state, subject, false).lines();
        var brief = new DecidedCard(
                card, state, new RequestSummary(request, subject.names().brief()), true);
        boolean fits = Height.lines(List.of(Blocks.lines(whole))) <= Height.SCREEN;
        builder.add(Blocks.lines(fits ? whole : brief.lines()));
        if (request.authority() == Authority.PERSON || request.authority() == Authority.RULE) {
            informed(builder);
        }
        builder.add(brief.buttons());
        return fits ? builder : builder.fold("In full", below -> below.add(Blocks.lines(whole)));
    }

    private MessageBuilder begun() {
        var builder = new MessageBuilder().add(Blocks.header(state.sign() + " " + state.title()));
        card.fallback().ifPresent(around -> builder.add(Blocks.lines(CallText.elsewhere(request, around))));
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

    private List<RichTextLine> facts(RequestSummary said, boolean brief) {
        var lines = new ArrayList<RichTextLine>();
        lines.add(request.ask()
                .map(ask -> new RichTextLine().user(ask.requester()).text(" asks " + said.asked() + "."))
                .orElseGet(() -> RichTextLine.of("ecr-bot does this by itself: " + said.change() + ".")));
        lines.add(RichTextLine.bold(
                "Where: ",
                brief
                        ? DisplayNames.shortPlace(
                                request.change().target(), request.change().registry())
                        : DisplayNames.place(
                                request.change().target(), request.change().registry())));
        subject.from()
                .ifPresent(
                        end -> lines.add(new RichTextLine().bold("Ends now: ").date(end)));
        if (subject.grants()) {
            lines.add(until(!brief));
        }
        lines.add(request.ask()
                .flatMap(Ask::reason)
                .map(why -> RichTextLine.bold(
                        "Why: ", brief ? SafeText.middle(why, BRIEF_REASON) : SafeText.line(why, LONGEST_REASON)))
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

    private RichTextLine until(boolean saysWhose) {
        Optional<Instant> end = subject.until();
        var line = new RichTextLine().bold(subject.from().isPresent() ? "New end: " : "Until: ");
        if (end.isEmpty()) {
            return line.text("no end; it stays until somebody revokes it");
        }
        line.date(end.get());
        return saysWhose && request.ask().filter(Ask::endFromRule).isPresent()
                ? line.text(" (no end was named, so the longest that the rule allows)")
                : line;
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
