package dev.ecrbot.slack.message;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import java.util.List;
import java.util.Locale;

/** Puts a plan into words and lines: who gains and loses what, what to know before deciding, and what changes in the policy. */
public record PlanText(Request request, DisplayNames names) {
    private static final int EFFECTS = 2_500;
    private static final int WARNINGS = 2_000;
    private static final int REMAINING = 1_000;
    private static final int LONGEST_WARNING = 1_000;
    private static final int TERMS = 600;

    private Plan plan() {
        return request.revision().plan();
    }

    public void effects(MessageBuilder builder) {
        if (!request.revision().kept()) {
            builder.add(
                    Blocks.lines(
                            RichTextLine.bold(
                                    meaning() + ": ",
                                    "ecr-bot no longer keeps this. It ended longer ago than store.retention in the configuration says.")));
            return;
        }
        if (plan().effects().isEmpty()) {
            builder.add(Blocks.lines(RichTextLine.bold(meaning() + ": ", "Nobody gains or loses anything.")));
            return;
        }
        builder.list(
                new RichTextLine().bold(meaning()),
                plan().effects().stream().map(this::effect).toList(),
                EFFECTS);
    }

    /** A card that was not applied must not read as if it had been. */
    private String meaning() {
        return switch (request.stage().state()) {
            case PENDING, APPROVED, APPLYING -> "What it means";
            case APPLIED -> "What it changed";
            case DENIED, CANCELLED, EXPIRED, FAILED -> "What it would have meant";
        };
    }

    private String changing() {
        return request.stage().state() == RequestState.APPLIED
                ? "What changed in the policy"
                : "What changes in the policy";
    }

    void remaining(MessageBuilder builder) {
        if (!plan().remaining().isEmpty()) {
            builder.list(
                    new RichTextLine().bold("What they still have afterwards"),
                    plan().remaining().stream().map(this::holding).toList(),
                    REMAINING);
        }
    }

    public void warnings(MessageBuilder builder) {
        if (!plan().warnings().isEmpty()) {
            builder.list(
                    new RichTextLine().bold("⚠️ Look twice before you decide"),
                    plan().warnings().stream().map(PlanText::warning).toList(),
                    WARNINGS);
        }
        int touched = plan().touchedForeign().size();
        if (touched > 0) {
            builder.add(Blocks.lines(RichTextLine.bold(
                    "Written by others: ",
                    touched == 1
                            ? "1 statement that ecr-bot didn't write is changed; the card shows how."
                            : touched + " statements that ecr-bot didn't write are changed; the card shows how.")));
        }
    }

    public void diff(MessageBuilder builder) {
        if (!request.revision().kept()) {
            return;
        }
        if (plan().diff().isEmpty()) {
            builder.add(
                    Blocks.lines(RichTextLine.bold(changing() + ": ", "Nothing; only ecr-bot's own records change.")));
            return;
        }
        List<String> lines = plan().diff().stream()
                .map(line -> line.sign().mark() + " " + line.text())
                .toList();
        builder.code(RichTextLine.bold(changing(), " (+ is added, - is removed)"), lines);
        builder.add(Blocks.lines(RichTextLine.bold("Size of the policy: ", size())));
    }

    private String size() {
        PolicyDocument proposed = plan().proposed();
        return proposed.isEmpty()
                ? "no statement is left, so the policy is deleted."
                : String.format(Locale.ROOT, "%,d of %,d characters.", proposed.size(), PolicyDocument.LIMIT);
    }

    private RichTextLine effect(Effect effect) {
        var line = new RichTextLine().bold(names.principal(effect.principal()));
        boolean gains = effect.loses().isEmpty();
        line.text(gains ? " gains " : " loses ").text(AccessText.full(names, gains ? effect.gains() : effect.loses()));
        effect.from().ifPresent(from -> line.text(" from ").date(from).text(" on"));
        effect.until()
                .ifPresent(until ->
                        line.text(gains ? " until " : ", for the time until ").date(until));
        if (!effect.conditions().isEmpty()) {
            line.text(gains ? ", under conditions (" : ", except under conditions (")
                    .text(AccessText.conditions(effect.conditions()))
                    .text(")");
            effect.terms()
                    .ifPresent(terms ->
                            line.text(": " + (gains ? "" : "still allowed ") + SafeText.line(terms.after(), TERMS)));
        }
        return line.text(".");
    }

    private RichTextLine holding(Holding holding) {
        var line = new RichTextLine().text(AccessText.words(names, holding.actions()));
        if (!holding.principal().equals(request.change().edit().principal())) {
            line.text(" through ").text(names.principal(holding.principal()));
        }
        holding.resource()
                .ifPresent(resource ->
                        line.text(", by the registry's own policy, on ").code(SafeText.line(resource, 300)));
        holding.sid().ifPresent(sid -> line.text(", statement ").code(SafeText.line(sid, 100)));
        return line.text(holding.conditional() ? ", under a condition." : ".");
    }

    private static RichTextLine warning(Warning warning) {
        return RichTextLine.bold(mark(warning.kind()) + ": ", SafeText.line(warning.text(), LONGEST_WARNING));
    }

    static String mark(Warning.Kind kind) {
        return switch (kind) {
            case PATTERN -> "Many repositories";
            case WHOLE_ACCOUNT -> "Whole account";
            case ORGANIZATION -> "Organization";
            case PUSH -> "Push";
            case PERMANENT -> "No end";
            case PRODUCTION -> "Production";
            case FIRST_FOR_ACCOUNT -> "New account";
            case HELD_BY_OTHERS -> "Given twice";
            case SESSION -> "One session";
            case FEDERATED_USER -> "Federated user";
            case USER_FORM_SUSPECT -> "User or role?";
            case DENY_PRESENT -> "Deny";
            case FOREIGN_STATEMENT_SPLIT -> "Others' statement";
            case ORPHAN_DROPPED -> "Deleted principal";
            case OPAQUE_STATEMENT -> "Unclear statement";
            case LINT_ERROR -> "Error in the policy";
            case MANAGED_ELSEWHERE -> "Managed elsewhere";
            case REGISTRY_UNKNOWN -> "Registry's policy";
            case NEAR_SIZE_LIMIT -> "Nearly full";
        };
    }
}
