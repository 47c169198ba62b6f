package dev.ecrbot.cli;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.lint.Severity;
import java.io.PrintWriter;
import java.time.Instant;
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

/** {@code policy lint}. */
@Command(
        name = "lint",
        description = {
            "Say what is wrong with policies: policies themselves, answers of the AWS CLI, CloudFormation templates, and what"
                    + " terraform show -json says.",
            "Exit code: 0 nothing, 1 findings, 2 bad input. Findings are suppressed in FILE" + Suppressions.SUFFIX
                    + ": a list of maps with id, sid and reason."
        },
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files and folders; standard input if none, or -.")
    private List<String> files = List.of();

    @Option(names = "--registry", description = "Plain policies are those of registries, not of repositories.")
    private boolean registry;

    @Option(
            names = "--repository",
            paramLabel = "ARN",
            description = "A repository that the policies are for; it gives account and Region.")
    private @Nullable String repository;

    @Option(
            names = "--account",
            paramLabel = "ID[=NAME]",
            description = "An account you know; once you name one, all others are reported.")
    private List<String> accounts = List.of();

    @Option(
            names = "--organization",
            paramLabel = "ID[=NAME]",
            description = "An organization you know; once you name one, all others are reported.")
    private List<String> organizations = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Severities by id, ids that are off, accounts and organizations you know.")
    private @Nullable String config;

    @Option(
            names = "--at-least",
            defaultValue = "info",
            description = "Leave out findings that are less severe: info, warning or error. Default: ${DEFAULT-VALUE}.")
    private Severity least = Severity.INFO;

    @Option(
            names = "--fail-on",
            defaultValue = "info",
            description = "Exit with 1 only if something is at least as severe. Default: ${DEFAULT-VALUE}.")
    private Severity failOn = Severity.INFO;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text, json (an object a finding and line), sarif (2.1.0) or github (annotations). Default:"
                    + " ${DEFAULT-VALUE}.")
    private LintOutput.Format format = LintOutput.Format.TEXT;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        PrintWriter out = console.out();
        try {
            LintConfig known = config == null ? LintConfig.NONE : LintConfig.read(config);
            var run = new LintRun(known, context(known), least);
            PolicyFiles.of(files.isEmpty() ? List.of(Texts.STANDARD_INPUT) : files)
                    .forEach(run::look);
            run.notes().forEach(console.error()::println);
            run.failures().forEach(console.error()::println);
            (json ? LintOutput.Format.JSON : format).output().write(run.findings(), run.failures(), out);
            return run.failures().isEmpty() ? (run.fails(failOn) ? Exit.NO : Exit.FINE) : Exit.BAD_INPUT;
        } catch (BadInput e) {
            console.error().println(e.getMessage());
            return Exit.BAD_INPUT;
        } finally {
            out.flush();
        }
    }

    private LintRun.Setting context(LintConfig known) throws BadInput {
        Optional<Repository> where = repository == null ? Optional.empty() : Optional.of(Arns.repository(repository));
        var knownAccounts = new HashMap<AccountId, String>(known.accounts());
        for (String account : accounts) {
            String[] parts = account.split("=", 2);
            knownAccounts.put(LintConfig.account("--account", parts[0]), parts[parts.length - 1]);
        }
        var knownOrganizations = new HashMap<OrganizationId, String>(known.organizations());
        for (String organization : organizations) {
            String[] parts = organization.split("=", 2);
            knownOrganizations.put(LintConfig.organization("--organization", parts[0]), parts[parts.length - 1]);
        }
        Optional<Region> region = where.map(Repository::region);
        return new LintRun.Setting(
                registry ? Source.REGISTRY : Source.REPOSITORY,
                where.map(Repository::account),
                region,
                knownAccounts,
                new Organizations(knownOrganizations, Map.of()),
                Instant.now());
    }
}
