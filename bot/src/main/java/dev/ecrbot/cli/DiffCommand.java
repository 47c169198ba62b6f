package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.cli.words.AnswerWords;
import dev.ecrbot.cli.words.ArgumentWords;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.diff.Diff;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.diff.PolicyDiff;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.evaluation.Setting;
import dev.ecrbot.problem.ProblemException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy diff}. */
@Command(
        name = "diff",
        description = {
            "Say who gains and who loses what if one policy takes the place of another, and what changes in its text.",
            "Exit code: 0 both mean the same, 1 they don't, 2 bad input."
        },
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLD", description = "The policy before; standard input if -.")
    private String before = Texts.STANDARD_INPUT;

    @Parameters(index = "1", paramLabel = "NEW", description = "The policy after; standard input if -.")
    private String after = Texts.STANDARD_INPUT;

    @Option(names = "--registry", description = "They are policies of registries, not of repositories.")
    private boolean registry;

    @Option(
            names = "--repository",
            paramLabel = "ARN",
            description = "A repository that both policies are for; it gives account and Region.")
    private @Nullable String repository;

    @Option(
            names = "--registry-policy",
            paramLabel = "FILE",
            description = "The registry's policy, which applies beside each of the two.")
    private @Nullable String registryPolicy;

    @Option(names = "--lenient", description = "Compare policies, too, that AWS would refuse.")
    private boolean lenient;

    @Option(names = "--json", description = "Answer in one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        PrintWriter out = console.out();
        try {
            if (before.equals(Texts.STANDARD_INPUT) && after.equals(Texts.STANDARD_INPUT)) {
                throw new BadInput(ArgumentWords.oneInput());
            }
            PolicyDocument old = Texts.policy(before, source(), lenient);
            PolicyDocument young = Texts.policy(after, source(), lenient);
            PolicyDiff diff = PolicyDiff.between(old, young, setting());
            List<String> lines = Diff.unified(before, old, after, young);
            out.println(json ? json(diff, lines) : text(diff, lines));
            return diff.isEmpty() ? Exit.FINE : Exit.NO;
        } catch (ProblemException e) {
            console.error().println(e.problem().text());
            return Exit.BAD_INPUT;
        } catch (BadInput e) {
            console.error().println(e.getMessage());
            return Exit.BAD_INPUT;
        } finally {
            out.flush();
        }
    }

    private Source source() {
        return registry ? Source.REGISTRY : Source.REPOSITORY;
    }

    private Setting setting() throws BadInput {
        Optional<Repository> where = repository == null ? Optional.empty() : Optional.of(Arns.repository(repository));
        return new Setting(
                source(),
                where.map(one -> one.region().partition()).orElse(Partition.AWS),
                where.map(Repository::account),
                where.map(Repository::region),
                where.map(Repository::arn),
                registryPolicy == null
                        ? PolicyDocument.empty()
                        : Texts.policy(registryPolicy, Source.REGISTRY, lenient),
                Organizations.UNKNOWN,
                Instant.now());
    }

    private static String text(PolicyDiff diff, List<String> lines) {
        var text = new StringBuilder();
        var effects = new EffectText(AccessCatalogue.standard());
        diff.effects().forEach(effect -> text.append(effects.of(effect)).append(System.lineSeparator()));
        diff.unread().forEach(statement -> text.append(EffectText.of(statement)).append(System.lineSeparator()));
        if (diff.isEmpty()) {
            text.append(AnswerWords.nobodyGainsOrLoses()).append(System.lineSeparator());
        }
        lines.forEach(line -> text.append(System.lineSeparator()).append(line.replaceAll("\\p{Cc}", "?")));
        return text.toString().stripTrailing();
    }

    private static ObjectNode json(PolicyDiff diff, List<String> lines) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("sameMeaning", diff.isEmpty());
        var array = json.putArray("effects");
        diff.effects().forEach(effect -> describe(effect, array.addObject()));
        diff.unread().forEach(statement -> {
            ObjectNode one = json.withArray("changedStatements").addObject();
            statement.before().ifPresent(place -> one.put("before", place));
            statement.after().ifPresent(place -> one.put("after", place));
            statement.sid().ifPresent(sid -> one.put("sid", sid));
        });
        lines.forEach(json.putArray("diff")::add);
        return json;
    }

    private static void describe(Effect effect, ObjectNode one) {
        one.put("type", effect.principal().type())
                .put("principal", effect.principal().text());
        effect.gains().forEach(one.withArray("gains")::add);
        effect.loses().forEach(one.withArray("loses")::add);
        effect.from().ifPresent(from -> one.put("from", from.toString()));
        effect.until().ifPresent(until -> one.put("until", until.toString()));
        effect.conditions().forEach(one.withArray("conditions")::add);
        effect.terms().ifPresent(terms -> {
            one.put("allowedBefore", terms.before()).put("allowedAfter", terms.after());
            one.put("certain", terms.compared());
        });
    }
}
