package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.lint.Finding;
import dev.ecrbot.policy.lint.LintContext;
import dev.ecrbot.policy.lint.Linter;
import dev.ecrbot.policy.lint.Severity;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy lint}. */
@Command(
        name = "lint",
        description = "Say what is wrong with policies. Exit code: 0 nothing, 1 findings, 2 bad input.",
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files with one policy each; standard input if none, or -.")
    private List<String> files = List.of();

    @Option(names = "--registry", description = "They are policies of registries, not of repositories.")
    private boolean registry;

    @Option(
            names = "--repository",
            paramLabel = "ARN",
            description = "A repository they are for: tells account and Region.")
    private @Nullable String repository;

    @Option(
            names = "--account",
            paramLabel = "ID[=NAME]",
            description = "An account you know; with at least one, all others are pointed out.")
    private List<String> accounts = List.of();

    @Option(
            names = "--organization",
            paramLabel = "ID[=NAME]",
            description = "An organization you know; with at least one, all others are pointed out.")
    private List<String> organizations = List.of();

    @Option(
            names = "--at-least",
            defaultValue = "INFO",
            description = "Leave out what is less severe: INFO, WARNING or ERROR. Default: ${DEFAULT-VALUE}.")
    private Severity least = Severity.INFO;

    @Option(names = "--json", description = "One JSON object a finding and line.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        PrintWriter out = console.out();
        PrintWriter error = console.error();
        boolean found = false;
        boolean bad = false;
        for (String file : files.isEmpty() ? List.of(Texts.STANDARD_INPUT) : files) {
            try {
                List<Finding> findings = Linter.findings(Texts.policy(file), context()).stream()
                        .filter(finding -> finding.severity().compareTo(least) >= 0)
                        .toList();
                findings.forEach(finding -> out.println(json ? json(file, finding) : text(file, finding)));
                found |= !findings.isEmpty();
            } catch (BadInput e) {
                error.println(e.getMessage());
                bad = true;
            }
        }
        out.flush();
        return bad ? Exit.BAD_INPUT : found ? Exit.NO : Exit.FINE;
    }

    private LintContext context() throws BadInput {
        Optional<Repository> where = repository == null ? Optional.empty() : Optional.of(Arns.repository(repository));
        Optional<AccountId> owner = where.map(Repository::account);
        Optional<Region> region = where.map(Repository::region);
        return new LintContext(
                registry ? Source.REGISTRY : Source.REPOSITORY,
                owner,
                region,
                known(),
                Instant.now(),
                Optional.empty(),
                new Organizations(knownOrganizations(), Map.of()));
    }

    private Map<OrganizationId, String> knownOrganizations() throws BadInput {
        var known = new HashMap<OrganizationId, String>();
        for (String organization : organizations) {
            String[] parts = organization.split("=", 2);
            known.put(
                    OrganizationId.parse(parts[0])
                            .orElseThrow(() -> new BadInput("“" + Names.clean(organization)
                                    + "” isn't an organization: write its id, o- and 10 to 32 letters and digits.")),
                    parts[parts.length - 1]);
        }
        return known;
    }

    private Map<AccountId, String> known() throws BadInput {
        for (String account : accounts) {
            if (AccountId.parse(account.split("=", 2)[0]).isEmpty()) {
                throw new BadInput("“" + Names.clean(account) + "” isn't an account: write its 12 digits.");
            }
        }
        return accounts.stream()
                .map(account -> account.split("=", 2))
                .collect(Collectors.toMap(
                        parts -> new AccountId(parts[0]), parts -> parts[parts.length - 1], (a, b) -> b));
    }

    private static String text(String file, Finding finding) {
        String where = finding.statement()
                        .map(place -> " statement " + (place + 1))
                        .orElse("")
                + finding.sid().map(sid -> " (" + Names.clean(sid) + ")").orElse("");
        return file + ":" + where + (where.isEmpty() ? " " : ": ")
                + finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.what() + " " + finding.next();
    }

    private static ObjectNode json(String file, Finding finding) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("file", file);
        line.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        line.put("kind", finding.kind().label());
        finding.statement().ifPresent(place -> line.put("statement", place));
        finding.sid().ifPresent(sid -> line.put("sid", sid));
        return line.put("what", finding.what()).put("next", finding.next());
    }
}
