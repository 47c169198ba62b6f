package dev.ecrbot.cli;

import dev.ecrbot.cli.words.AnswerWords;
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
            text.append(GAP).append(AnswerWords.noneAllows());
        }
        answer.decidedBy().forEach(decider -> text.append(GAP).append(of(decider)));
        return text.append(GAP).append(AnswerWords.repositorysSideAlone()).toString();
    }

    /** Returns what all policies decide: the verdict, why, what each policy says, and what is taken for granted. */
    static String of(WholeAnswer answer, OtherPolicies others, Function<Share, Optional<String>> files) {
        var text = new StringBuilder(verdict(answer.verdict()));
        text.append(GAP).append(answer.reason());
        answer.shares().forEach(share -> text.append(GAP).append(share(share, files.apply(share))));
        assumed(others).forEach(one -> text.append(GAP).append(AnswerWords.takenForGranted(one)));
        return text.toString();
    }

    /** Returns what is taken for granted beside what the policies say. */
    static List<String> assumed(OtherPolicies others) {
        var missing = new ArrayList<String>();
        missing.add(AnswerWords.noOtherIdentity());
        others.boundary().ifPresentOrElse(given -> {}, () -> missing.add(AnswerWords.noBoundary()));
        others.session().ifPresentOrElse(given -> {}, () -> missing.add(AnswerWords.noSession()));
        missing.add(AnswerWords.noScps(!others.scps().isEmpty()));
        missing.add(AnswerWords.noRcps(!others.rcps().isEmpty()));
        var assumed = new ArrayList<String>();
        assumed.add(AnswerWords.thereAre(missing));
        if (!others.scps().isEmpty()) {
            assumed.add(AnswerWords.noManagementAccountCalls());
        }
        if (!others.rcps().isEmpty()) {
            assumed.add(AnswerWords.noManagementAccountOwns());
        }
        return assumed;
    }

    private static String share(Share share, Optional<String> file) {
        return share.source().title()
                + file.filter(name -> !name.equals(Texts.STANDARD_INPUT))
                        .map(name -> " " + PrincipalLabels.clean(name))
                        .orElse("")
                + (share.source() == Decider.Source.SCP ? AnswerWords.level(share.level() + 1) : "")
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
                        : AnswerWords.on(PrincipalLabels.clean(String.join(", ", verdict.dependsOn()))));
    }

    /** Returns in a line what part a statement had. */
    static String of(Decider decider) {
        return AnswerWords.statementOf(number(decider), decider.source().title()) + ": "
                + decider.part().name().toLowerCase(Locale.ROOT) + depends(decider);
    }

    /** Returns which statement it is, after a comma. */
    static String statement(Decider decider) {
        return AnswerWords.statement(number(decider)) + depends(decider);
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
                : AnswerWords.dependingOn(PrincipalLabels.clean(String.join(", ", decider.dependsOn())));
    }
}
