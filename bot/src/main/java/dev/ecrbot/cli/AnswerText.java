package dev.ecrbot.cli;

import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.policy.evaluation.EvaluationResult;
import dev.ecrbot.policy.evaluation.OtherPolicies;
import dev.ecrbot.policy.evaluation.Share;
import dev.ecrbot.policy.evaluation.Verdict;
import dev.ecrbot.policy.evaluation.WholeAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes an answer for people. */
final class AnswerText {
    private static final String GAP = System.lineSeparator() + "  ";

    private AnswerText() {}

    /** Returns what the repository's side decides, and says that it is no more than that. */
    static String of(EvaluationResult answer) {
        var text = new StringBuilder(verdict(answer.verdict()));
        answer.reason().ifPresent(reason -> text.append(GAP).append(reason));
        if (answer.reason().isEmpty() && answer.decidedBy().isEmpty()) {
            text.append(GAP).append("No statement allows it.");
        }
        answer.decidedBy().forEach(decider -> text.append(GAP).append(of(decider)));
        return text.append(GAP)
                .append(
                        "This is the repository's side alone: the caller's own policies aren't looked at without --identity.")
                .toString();
    }

    /** Returns what all policies decide: the verdict, why, what each policy says, and what is taken for granted. */
    static String of(WholeAnswer answer, OtherPolicies others, Function<Share, Optional<String>> files) {
        var text = new StringBuilder(verdict(answer.verdict()));
        text.append(GAP).append(answer.reason());
        answer.shares().forEach(share -> text.append(GAP).append(share(share, files.apply(share))));
        assumed(others)
                .forEach(one -> text.append(GAP).append("taken for granted: ").append(one));
        return text.toString();
    }

    /** Returns what is taken for granted beside what the policies say. */
    static List<String> assumed(OtherPolicies others) {
        var missing = new ArrayList<String>();
        missing.add("no other identity policies");
        others.boundary().ifPresentOrElse(given -> {}, () -> missing.add("no permissions boundary"));
        others.session().ifPresentOrElse(given -> {}, () -> missing.add("no session policy"));
        missing.add(others.scps().isEmpty() ? "no service control policies" : "no other service control policies");
        missing.add(others.rcps().isEmpty() ? "no resource control policies" : "no other resource control policies");
        var assumed = new ArrayList<String>();
        assumed.add("there are " + String.join(", ", missing) + ", and no endpoint's policy denies it");
        if (!others.scps().isEmpty()) {
            assumed.add("the caller's account isn't its organization's management account, to which no SCP applies");
        }
        if (!others.rcps().isEmpty()) {
            assumed.add(
                    "the repository's account isn't its organization's management account, to which no RCP applies");
        }
        return assumed;
    }

    private static String share(Share share, Optional<String> file) {
        return share.source().title()
                + file.filter(name -> !name.equals(Texts.STANDARD_INPUT))
                        .map(name -> " " + PrincipalLabels.clean(name))
                        .orElse("")
                + (share.source() == Decider.Source.SCP ? " on level " + (share.level() + 1) : "")
                + " " + share.says().words()
                + share.decidedBy().stream()
                        .map(AnswerText::statement)
                        .collect(Collectors.joining())
                        .replaceFirst("^, ", ": ");
    }

    /** Returns the verdict and what it depends on. */
    static String verdict(Verdict verdict) {
        return verdict.word()
                + (verdict.dependsOn().isEmpty()
                        ? ""
                        : " on " + PrincipalLabels.clean(String.join(", ", verdict.dependsOn())));
    }

    /** Returns in a line what part a statement had. */
    static String of(Decider decider) {
        return "statement " + number(decider) + " of the " + decider.source().title() + ": "
                + decider.part().name().toLowerCase(Locale.ROOT) + depends(decider);
    }

    /** Returns which statement it is, after a comma. */
    static String statement(Decider decider) {
        return ", statement " + number(decider) + depends(decider);
    }

    private static String number(Decider decider) {
        return decider.statement()
                + 1
                + decider.sid()
                        .map(sid -> " (" + PrincipalLabels.clean(sid) + ")")
                        .orElse("");
    }

    private static String depends(Decider decider) {
        return decider.dependsOn().isEmpty()
                ? ""
                : ", depending on " + PrincipalLabels.clean(String.join(", ", decider.dependsOn()));
    }
}
