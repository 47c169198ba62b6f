package dev.ecrbot.cli;

import dev.ecrbot.cli.words.LintWords;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.lint.LintContext;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.policy.lint.Linter;
import dev.ecrbot.policy.lint.Severity;
import dev.ecrbot.policy.source.Contents;
import dev.ecrbot.policy.source.Found;
import dev.ecrbot.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at one file after the other and gathers what is to be said; not thread-safe. */
final class LintRun {
    private final LintConfig config;
    private final Setting setting;
    private final Severity least;
    private final List<Located> findings = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** What is known of all policies, as far as their files don't tell better. */
    record Setting(
            Source source,
            Optional<AccountId> owner,
            Optional<Region> region,
            Map<AccountId, String> accounts,
            Organizations organizations,
            Instant now) {}

    LintRun(LintConfig config, Setting setting, Severity least) {
        this.config = config;
        this.setting = setting;
        this.least = least;
    }

    List<Located> findings() {
        return findings;
    }

    /** Returns what couldn't be read, and why. */
    List<String> failures() {
        return failures;
    }

    /** Returns what else people should know. */
    List<String> notes() {
        return notes;
    }

    /** Returns whether something that nobody suppressed is at least as severe. */
    boolean fails(Severity severity) {
        return findings.stream()
                .anyMatch(located -> located.suppressed().isEmpty()
                        && located.finding().severity().compareTo(severity) >= 0);
    }

    void look(PolicyFiles.One file) {
        try {
            String text = Texts.text(file.name());
            if (file.mayHold(text)) {
                Contents contents = Contents.of(
                        file.name(),
                        text,
                        new Contents.Beforehand(setting.source(), setting.owner(), setting.region()));
                look(file, contents);
            }
        } catch (BadInput e) {
            failures.add(e.getMessage());
        } catch (ProblemException e) {
            failures.add(file.name() + ": " + e.problem().what());
        }
    }

    private void look(PolicyFiles.One file, Contents contents) throws BadInput {
        Suppressions suppressions = Suppressions.beside(file.name());
        for (Found found : contents.policies()) {
            if (file.concerns(found)) {
                Linter.findings(found.document(), context(found)).stream()
                        .flatMap(finding -> config.told(finding).stream())
                        .filter(finding -> finding.severity().compareTo(least) >= 0)
                        .forEach(finding -> findings.add(located(file, found, finding, suppressions)));
            }
        }
        contents.open().forEach(name -> notes.add(file.name() + ": " + LintWords.knownAfterDeployment(name)));
        suppressions
                .unused()
                .forEach(id -> notes.add(file.name() + Suppressions.SUFFIX + ": " + LintWords.suppressesNothing(id)));
    }

    private static Located located(PolicyFiles.One file, Found found, LintFinding finding, Suppressions suppressions) {
        return new Located(
                file.name(), found.name(), found.place(finding.element()), finding, suppressions.reason(finding));
    }

    private LintContext context(Found found) {
        return new LintContext(
                found.source(),
                found.owner(),
                setting.region(),
                setting.accounts(),
                setting.now(),
                Optional.empty(),
                setting.organizations());
    }
}
