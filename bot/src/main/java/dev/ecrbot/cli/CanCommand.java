package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.cli.words.ArgumentWords;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.evaluation.Evaluation;
import dev.ecrbot.policy.evaluation.EvaluationResult;
import dev.ecrbot.policy.evaluation.OtherPolicies;
import dev.ecrbot.policy.evaluation.Question;
import dev.ecrbot.policy.evaluation.Share;
import dev.ecrbot.policy.evaluation.Verdict;
import dev.ecrbot.policy.evaluation.WholeAnswer;
import dev.ecrbot.policy.evaluation.WholeEvaluation;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy can}. */
@Command(
        name = "can",
        description = {
            "Say whether the repository's side lets somebody do something, if their own side allows everything; with --identity,"
                    + " whether all policies together let them.",
            "Exit code: 0 yes or conditional, 1 no, 2 bad input."
        },
        mixinStandardHelpOptions = true)
final class CanCommand implements Callable<Integer> {
    /** Bytes of lines. */
    private static final int AT_ONCE = 1 << 18;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The repository's policy, or with --batch JSON lines; standard input if none, or -.")
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

    @Mixin
    private OtherFiles others = new OtherFiles();

    @Option(names = "--batch", description = "Answer JSON lines with JSON lines.")
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
    public Integer call() {
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

    private int batch(PrintWriter out) throws BadInput {
        var batch = new BatchAnswers(others.read(lenient), Instant.now(), lenient);
        boolean bad = false;
        boolean no = false;
        try (InputStream in = Texts.open(policy)) {
            var lines = new Lines(in, BatchAnswers.LONGEST);
            for (var some = lines.some(AT_ONCE); !some.isEmpty(); some = lines.some(AT_ONCE)) {
                for (ObjectNode answer : answers(batch, some)) {
                    out.println(answer);
                    bad |= answer.has("error");
                    no |= refuses(answer.path("verdict").asText());
                }
                out.flush();
            }
        } catch (IOException e) {
            throw FileTrouble.reading(policy, e);
        }
        return bad ? Exit.BAD_INPUT : no ? Exit.NO : Exit.FINE;
    }

    /** Uses every core, since documents take longer to read than to write. */
    private static List<ObjectNode> answers(BatchAnswers batch, List<byte[]> lines) {
        return lines.parallelStream()
                .flatMap(line -> batch.answer(line).stream())
                .toList();
    }

    private int single(PrintWriter out) throws BadInput {
        Repository where = Arns.repository(needed("--repository", repository));
        var home = where.region().partition();
        var question =
                new Question(Arns.principal(needed("--principal", principal), home), needed("--action", action), where);
        Optional<OtherPolicies> beside = others.read(lenient);
        if (beside.isPresent() && others.lacksIdentity(question.principal())) {
            throw new BadInput(ArgumentWords.sayIdentity());
        }
        PolicyDocument registry = registryPolicy == null
                ? PolicyDocument.empty()
                : Texts.policy(registryPolicy, Source.REGISTRY, lenient);
        PolicyDocument repositorys = Texts.policy(policy, Source.REPOSITORY, lenient);
        RequestContext known = question.known(Instant.now()).and(keys());
        return beside.isPresent()
                ? whole(
                        WholeEvaluation.of(repositorys, registry, beside.get(), home)
                                .answer(question, known),
                        beside.get(),
                        out)
                : side(Evaluation.of(repositorys, registry, home).answer(question, known), out);
    }

    private int side(EvaluationResult answer, PrintWriter out) {
        out.println(json ? AnswerJson.of(answer, registryPolicy != null) : AnswerText.of(answer));
        return exit(answer.verdict());
    }

    private int whole(WholeAnswer answer, OtherPolicies beside, PrintWriter out) {
        out.println(json ? AnswerJson.of(answer, beside, this::file) : AnswerText.of(answer, beside, this::file));
        return exit(answer.verdict());
    }

    private Optional<String> file(Share share) {
        return switch (share.source()) {
            case REPOSITORY -> Optional.of(policy);
            case REGISTRY -> Optional.ofNullable(registryPolicy);
            default -> others.file(share);
        };
    }

    private int exit(Verdict verdict) {
        return refuses(verdict.word()) ? Exit.NO : Exit.FINE;
    }

    private boolean refuses(String verdict) {
        return verdict.equals("no") || (strict && verdict.equals("conditional"));
    }

    private Map<String, List<String>> keys() throws BadInput {
        var keys = new HashMap<String, List<String>>();
        for (String one : context) {
            int at = one.indexOf('=');
            if (at <= 0) {
                throw new BadInput(ArgumentWords.contextForm());
            }
            keys.computeIfAbsent(one.substring(0, at), key -> new ArrayList<>()).add(one.substring(at + 1));
        }
        return keys;
    }

    private static String needed(String option, @Nullable String value) throws BadInput {
        if (value == null) {
            throw new BadInput(ArgumentWords.sayOption(option));
        }
        return value;
    }
}
