package dev.ecrbot;

import dev.ecrbot.aws.AwsPolicies;
import dev.ecrbot.cli.ExplainCommand;
import dev.ecrbot.cli.ExplainCommand.Looked;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.denial.Denial;
import dev.ecrbot.desk.answer.Explanation;
import dev.ecrbot.desk.answer.FleetReport;
import dev.ecrbot.desk.answer.Look;
import dev.ecrbot.desk.sight.DecidingStatement;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.slack.answer.AdviceText;
import dev.ecrbot.slack.answer.LookText;
import dev.ecrbot.store.StoreLedger;
import dev.ecrbot.time.Tempo;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}, which looks at the policies as they are where it has a configuration. */
@Command(
        name = "explain",
        description = {
            "Say what pasted errors of ECR and its clients mean, and what to do next: from their words alone, or with --config also"
                    + " from the policies as they are, read with the roles of the configuration.",
            "Several texts are separated by a line of ---.",
            "Exit code: 0 all explained, 1 a text that tells of no trouble with ECR, 2 bad input, 3 a policy couldn't be read."
        },
        mixinStandardHelpOptions = true)
final class LookingExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The texts; standard input if none, or -.")
    private String file = "-";

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration file.")
    private @Nullable Path config;

    @Option(names = "--json", description = "One JSON object a text and line.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private final Clock clock;

    LookingExplainCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (config == null) {
            return ExplainCommand.explain(file, json, spec, AccessCatalogue.standard(), Looked::nowhere);
        }
        PrintStream out = System.out;
        // Logs go to standard output otherwise, where they would stand between the lines.
        System.setOut(System.err);
        try {
            return Configured.with(spec, config, configured -> explain(configured.config()));
        } finally {
            System.setOut(out);
        }
    }

    private int explain(BotConfig valid) {
        try (var ledger = StoreLedger.open("jdbc:h2:mem:" + UUID.randomUUID(), Optional.empty());
                var policies = new AwsPolicies(valid.registries(), clock, Tempo.REAL)) {
            var index = new FleetIndex(ledger.index(), valid.regionalRegistries(), clock);
            var report = FleetReport.of(ledger, policies, registry -> Optional.empty(), index, valid, clock);
            return ExplainCommand.explain(
                    file, json, spec, valid.accesses(), denial -> looked(denial, report.explain(denial)));
        }
    }

    private static Looked looked(Denial denial, Explanation explanation) {
        if (!denial.ofEcr()) {
            return Looked.nowhere(denial);
        }
        String says = new LookText(explanation).text();
        List<DecidingStatement> deciding =
                explanation.look() instanceof Look.Seen seen ? seen.says().deciding() : List.of();
        var found = new ArrayList<>(List.of(CommandWords.now(says)));
        deciding.forEach(statement -> found.add("       " + text(statement)));
        explanation
                .identity()
                .ifPresent(policy ->
                        found.add(CommandWords.identityPolicy(policy.json().replaceAll("\\s+", " "))));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("now", says);
        fields.put("conclusion", explanation.conclusion().name().toLowerCase(Locale.ROOT));
        fields.put(
                "statements", deciding.stream().map(LookingExplainCommand::text).collect(Collectors.joining("; ")));
        return new Looked(
                found,
                new AdviceText(explanation).text(),
                explanation.ask(),
                fields,
                !(explanation.look() instanceof Look.Failed));
    }

    private static String text(DecidingStatement statement) {
        String which = statement
                .sid()
                .filter(sid -> !sid.isBlank())
                .map(CommandWords::statement)
                .orElseGet(() -> CommandWords.statement(statement.place()));
        String whose =
                statement.source() == Decider.Source.REGISTRY ? CommandWords.registrys() : CommandWords.repositorys();
        return switch (statement.part()) {
            case ALLOWS -> CommandWords.allowedBy(which, whose);
            case DENIES -> CommandWords.deniedBy(which, whose);
            case UNREADABLE -> CommandWords.notUnderstood(which, whose);
        };
    }
}
