package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.Answer;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.evaluation.Evaluation;
import dev.ecrbot.policy.evaluation.Question;
import dev.ecrbot.policy.evaluation.RequestContext;
import dev.ecrbot.policy.evaluation.Verdict;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy can}. */
@Command(
        name = "can",
        description = {
            "Say whether the repository's side lets somebody do something, if their own side allows everything.",
            "Exit code: 0 yes or conditional, 1 no, 2 bad input."
        },
        mixinStandardHelpOptions = true)
final class CanCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The repository's policy; standard input if none, or -.")
    private String policy = Texts.STANDARD_INPUT;

    @Option(
            names = "--registry-policy",
            paramLabel = "FILE",
            description = "The registry's policy, as AWS enforces it under the scope V2.")
    private @Nullable String registryPolicy;

    @Option(
            names = "--principal",
            paramLabel = "ARN",
            description = "Who: role, user, session, account, or a service's host name.")
    private @Nullable String principal;

    @Option(names = "--action", description = "What: ecr:BatchGetImage, for example.")
    private @Nullable String action;

    @Option(names = "--repository", paramLabel = "ARN", description = "To which repository.")
    private @Nullable String repository;

    @Option(
            names = "--context",
            paramLabel = "KEY=VALUE",
            description = "A condition key and its value; repeat this for more.")
    private List<String> context = List.of();

    @Option(names = "--batch", description = "Read JSON lines from standard input and answer each with one.")
    private boolean batch;

    @Option(names = "--strict", description = "Treat conditional as no.")
    private boolean strict;

    @Option(names = "--lenient", description = "Judge policies, too, that AWS would refuse.")
    private boolean lenient;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var console = Console.of(spec);
        PrintWriter out = console.out();
        PrintWriter error = console.error();
        try {
            return batch ? batch(out) : single(out);
        } catch (BadInput e) {
            error.println(e.getMessage());
            return Exit.BAD_INPUT;
        } catch (ProblemException e) {
            error.println(e.problem().text());
            return Exit.BAD_INPUT;
        } finally {
            out.flush();
        }
    }

    private int batch(PrintWriter out) throws IOException {
        var lines = new Lines(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Instant now = Instant.now();
        boolean bad = false;
        boolean no = false;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank()) {
                ObjectNode answer = answer(line.get(), now);
                out.println(answer);
                bad |= answer.has("error");
                no |= refuses(answer.path("verdict").asText());
            }
        }
        return bad ? Exit.BAD_INPUT : no ? Exit.NO : Exit.FINE;
    }

    private ObjectNode answer(String line, Instant now) {
        try {
            if (line.length() > Lines.LONGEST) {
                throw new BadInput("The line is longer than " + Lines.LONGEST + " characters.");
            }
            return BatchLine.answer(line, now, lenient);
        } catch (BadInput e) {
            return JsonNodeFactory.instance.objectNode().put("error", e.getMessage());
        }
    }

    private int single(PrintWriter out) throws BadInput {
        Repository where = Arns.repository(needed("--repository", repository));
        var home = where.region().partition();
        var question =
                new Question(Arns.principal(needed("--principal", principal), home), needed("--action", action), where);
        PolicyDocument registry = registryPolicy == null
                ? PolicyDocument.empty()
                : Texts.policy(registryPolicy, Source.REGISTRY, lenient);
        Answer answer = Evaluation.of(Texts.policy(policy, Source.REPOSITORY, lenient), registry, home)
                .answer(question, RequestContext.of(question, Instant.now()).and(keys()));
        out.println(json ? AnswerJson.of(answer, registryPolicy != null) : text(answer));
        return refuses(answer.verdict().word()) ? Exit.NO : Exit.FINE;
    }

    private boolean refuses(String verdict) {
        return verdict.equals("no") || (strict && verdict.equals("conditional"));
    }

    private Map<String, List<String>> keys() throws BadInput {
        var keys = new HashMap<String, List<String>>();
        for (String one : context) {
            int at = one.indexOf('=');
            if (at <= 0) {
                throw new BadInput("--context is written KEY=VALUE.");
            }
            keys.computeIfAbsent(one.substring(0, at), key -> new ArrayList<>()).add(one.substring(at + 1));
        }
        return keys;
    }

    private static String needed(String option, @Nullable String value) throws BadInput {
        if (value == null) {
            throw new BadInput("Say " + option + ", or --batch for many questions.");
        }
        return value;
    }

    private static String text(Answer answer) {
        var text = new StringBuilder(answer.verdict().word());
        if (answer.verdict() instanceof Verdict.Conditional conditional) {
            text.append(" on ").append(String.join(", ", conditional.keys()));
        }
        answer.reason()
                .ifPresent(reason ->
                        text.append(System.lineSeparator()).append("  ").append(reason));
        answer.decidedBy()
                .forEach(decider ->
                        text.append(System.lineSeparator()).append("  ").append(AnswerText.of(decider)));
        return text.toString();
    }
}
