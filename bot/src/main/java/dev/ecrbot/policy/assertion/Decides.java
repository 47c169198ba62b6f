package dev.ecrbot.policy.assertion;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.evaluation.Evaluation;
import dev.ecrbot.policy.evaluation.EvaluationResult;
import dev.ecrbot.policy.evaluation.Question;
import dev.ecrbot.policy.evaluation.Verdict;
import dev.ecrbot.policy.evaluation.WholeAnswer;
import dev.ecrbot.policy.evaluation.WholeEvaluation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policies decide so about each of the actions.
 *
 * @param context what is known of the requests, by key
 * @param expected {@code yes}, {@code no} or {@code conditional}
 */
public record Decides(Principal principal, List<String> actions, Map<String, List<String>> context, String expected)
        implements Assertion {
    public Decides {
        actions = List.copyOf(actions);
        context = Map.copyOf(context);
    }

    @Override
    public Optional<String> failure(AssertionSubject subject, Instant now) {
        var failures = new ArrayList<String>();
        for (String action : actions) {
            var question = new Question(principal, action, subject.repository());
            Found found = found(subject, question, question.known(now).and(context));
            if (!found.verdict().word().equals(expected)) {
                failures.add(action + ": expected " + expected + ", but it is " + words(found.verdict()) + "."
                        + found.why());
            }
        }
        return failures.isEmpty() ? Optional.empty() : Optional.of(String.join(System.lineSeparator(), failures));
    }

    private record Found(Verdict verdict, String why) {}

    private static Found found(AssertionSubject subject, Question question, RequestContext known) {
        var home = subject.repository().region().partition();
        if (subject.others().isPresent()) {
            WholeAnswer answer = WholeEvaluation.of(
                            subject.policy(),
                            subject.registry(),
                            subject.others().get(),
                            home)
                    .answer(question, known);
            return new Found(answer.verdict(), " " + answer.reason());
        }
        EvaluationResult answer =
                Evaluation.of(subject.policy(), subject.registry(), home).answer(question, known);
        String statements = answer.decidedBy().isEmpty()
                ? " No statement is about it."
                : " Decided by statement "
                        + String.join(
                                ", ",
                                answer.decidedBy().stream()
                                        .map(one -> (one.statement() + 1) + " of the "
                                                + one.source().title())
                                        .toList())
                        + ".";
        return new Found(
                answer.verdict(), answer.reason().map(reason -> " " + reason).orElse(statements));
    }

    private static String words(Verdict verdict) {
        return verdict.word() + (verdict.dependsOn().isEmpty() ? "" : " on " + String.join(", ", verdict.dependsOn()));
    }
}
