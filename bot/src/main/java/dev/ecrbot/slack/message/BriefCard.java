package dev.ecrbot.slack.message;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what a decision needs in a bounded number of short lines, for a card whose whole would push its buttons off the first
 * screen. All that is shortened or left out here has to stand on the card in full as well.
 *
 * @param about whom the change is about, as a line above says
 * @param names those that shorten what is long
 */
record BriefCard(Plan plan, Principal about, DisplayNames names) {
    private static final int ACCESS = 40;
    private static final int MARKS = 3;
    private static final int KINDS = 2;
    private static final int OTHERS = 60;

    static BriefCard of(Request request, DisplayNames names) {
        return new BriefCard(request.revision().plan(), request.change().edit().principal(), names);
    }

    /** Returns what to look twice at, and what else there is to know; empty if nothing. */
    Optional<RichTextLine> marked() {
        var marks = new ArrayList<>(plan.warnings().stream()
                .map(Warning::kind)
                .map(PlanText::mark)
                .distinct()
                .toList());
        if (!plan.touchedForeign().isEmpty()) {
            marks.add(0, "others’ statements change");
        }
        if (!plan.remaining().isEmpty()) {
            marks.add("other access stays");
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(lookTwice(marks));
    }

    /** Names what to look twice at. */
    static RichTextLine lookTwice(List<String> marks) {
        String more = marks.size() > MARKS ? " and " + (marks.size() - MARKS) + " more" : "";
        return RichTextLine.bold(
                "⚠️ Look twice: ", String.join(", ", marks.stream().limit(MARKS).toList()) + more + ".");
    }

    /**
     * Says the same of several changes at once.
     *
     * @param kinds those that mean the same together
     */
    static List<RichTextLine> ofKinds(List<List<Request>> kinds, DisplayNames names) {
        var lines = new ArrayList<RichTextLine>();
        kinds.stream().limit(KINDS).forEach(all -> {
            lines.add(RichTextLine.of("• " + new RequestSummary(all.get(0), names).change() + others(all) + "."));
        });
        if (kinds.size() > KINDS) {
            lines.add(RichTextLine.of("• " + (kinds.size() - KINDS) + " more kinds of change, listed below."));
        }
        List<Plan> plans =
                kinds.stream().map(all -> all.get(0).revision().plan()).toList();
        List<String> marks = plans.stream()
                .flatMap(plan -> plan.warnings().stream())
                .map(warning -> PlanText.mark(warning.kind()))
                .distinct()
                .toList();
        if (!marks.isEmpty()) {
            lines.add(lookTwice(marks));
        }
        int foreign =
                plans.stream().mapToInt(plan -> plan.touchedForeign().size()).sum();
        if (foreign > 0) {
            lines.add(RichTextLine.bold("Written by others: ", "statements of theirs change, as listed below."));
        }
        return lines;
    }

    private static String others(List<Request> all) {
        if (all.size() == 1) {
            return "";
        }
        String named = all.stream()
                .skip(1)
                .map(each -> DisplayNames.some(each.change().target()))
                .collect(Collectors.joining(", "));
        boolean fits = Height.columns(named) <= OTHERS;
        return ", and the same on " + (fits ? named : (all.size() - 1) + " more");
    }

    /** Returns who gains or loses what. */
    RichTextLine meaning() {
        var line = new RichTextLine().bold("What it means: ");
        if (plan.effects().isEmpty()) {
            return line.text("nobody gains or loses anything.");
        }
        Effect first = plan.effects().get(0);
        boolean gains = first.loses().isEmpty();
        line.text(first.principal().equals(about) ? "it" : names.principal(first.principal()))
                .text(gains ? " gains " : " loses ")
                .text(SafeText.middle(AccessText.words(names, gains ? first.gains() : first.loses()), ACCESS));
        first.until().ifPresent(until -> line.text(" until ").date(until));
        line.text(first.conditions().isEmpty() ? "." : ", under conditions.");
        int more = plan.effects().size() - 1;
        return more == 0 ? line : line.text(" And " + more + " more.");
    }
}
