package dev.ecrbot.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.policy.evaluation.Evaluation;
import dev.ecrbot.policy.evaluation.EvaluationResult;
import dev.ecrbot.policy.evaluation.Question;
import dev.ecrbot.sandbox.ecr.EcrModel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Asks the evaluator, of the policies that are live and of this moment, who may do what to a repository. */
final class WhoPulls {
    private static final String SIDE = "This is the repository's side: the caller's own account has to allow it, too.";

    private final EcrModel ecr;
    private final Organizations organizations;
    private final Clock clock;

    WhoPulls(EcrModel ecr, Organizations organizations, Clock clock) {
        this.ecr = ecr;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Writes what is decided for one caller. */
    void answer(Repository repository, String who, String word, ObjectNode json) {
        Access access = AccessCatalogue.standard()
                .byWord(word)
                .orElseThrow(() -> new IllegalArgumentException("No access is called “" + word + "”."));
        Principal principal = caller(who, repository);
        List<EvaluationResult> answers = answers(evaluation(repository), repository, principal, access);
        json.put("verdict", verdict(answers)).put("side", SIDE);
        Set<String> keys = new LinkedHashSet<>();
        answers.forEach(each -> keys.addAll(each.verdict().dependsOn()));
        ArrayNode depends = json.putArray("dependsOn");
        keys.forEach(depends::add);
        ArrayNode why = json.putArray("why");
        reasons(answers).forEach(why::add);
    }

    /** Writes who of all that exist may pull. */
    void everyone(Repository repository, ArrayNode json) {
        Evaluation evaluation = evaluation(repository);
        Access pull = AccessCatalogue.standard().pulling();
        for (String arn : ecr.iam().arns()) {
            Principal principal = Principals.parse("AWS", arn);
            if (principal.account().filter(repository.account()::equals).isEmpty()) {
                json.addObject()
                        .put("arn", arn)
                        .put("verdict", verdict(answers(evaluation, repository, principal, pull)));
            }
        }
    }

    private Evaluation evaluation(Repository repository) {
        var registry = new RegionalRegistry(repository.account(), repository.region());
        return Evaluation.of(
                document(ecr.policy(repository).orElse("")),
                document(ecr.policy(registry).orElse("")),
                repository.region().partition());
    }

    private static PolicyDocument document(String text) {
        return text.isEmpty() ? PolicyDocument.empty() : PolicyDocument.parse(text);
    }

    private static Principal caller(String who, Repository repository) {
        var home = repository.region().partition();
        Principal principal = Principals.parse("AWS", who.strip(), home);
        if (principal instanceof Principal.Other) {
            principal = Principals.parse("Service", who.strip(), home);
        }
        if (principal instanceof Principal.Caller) {
            return principal;
        }
        throw new IllegalArgumentException(
                "“" + who + "” isn't a caller. Write the ARN of a role, a user or an account, or 12 digits.");
    }

    private List<EvaluationResult> answers(
            Evaluation evaluation, Repository repository, Principal principal, Access access) {
        List<EvaluationResult> answers = new ArrayList<>();
        for (String action : access.actions()) {
            var question = new Question(principal, action, repository);
            var known = question.known(clock.instant()).and(organizations.keys(principal));
            answers.add(evaluation.answer(question, known));
        }
        return answers;
    }

    /** All of an access is needed: what is refused for one action is refused. */
    private static String verdict(List<EvaluationResult> answers) {
        List<String> words =
                answers.stream().map(each -> each.verdict().word()).distinct().toList();
        return words.contains("no") ? "no" : words.contains("conditional") ? "conditional" : "yes";
    }

    private static List<String> reasons(List<EvaluationResult> answers) {
        Set<String> found = new LinkedHashSet<>();
        for (EvaluationResult answer : answers) {
            answer.decidedBy().forEach(each -> found.add(reason(each)));
            answer.reason().ifPresent(found::add);
            if (answer.decidedBy().isEmpty() && answer.reason().isEmpty()) {
                found.add("No statement allows it.");
            }
        }
        return List.copyOf(found);
    }

    private static String reason(Decider decider) {
        return "Statement " + (decider.statement() + 1)
                + decider.sid().map(sid -> " (" + sid + ")").orElse("") + " of the "
                + decider.source().title() + " "
                + decider.part().name().toLowerCase(Locale.ROOT)
                + (decider.dependsOn().isEmpty()
                        ? "."
                        : ", depending on " + String.join(", ", decider.dependsOn()) + ".");
    }
}
