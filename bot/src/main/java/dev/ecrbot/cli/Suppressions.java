package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.cli.words.LintWords;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.lint.Kind;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.policy.source.YamlText;
import dev.ecrbot.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The findings of one file that nobody wants to hear of, and why. They stand beside it in a file of the same name with
 * {@value #SUFFIX} after it: a list of maps with {@code id}, {@code sid} and {@code reason}. Without {@code sid} an entry is
 * about statements that have none, and about the policy as a whole. Not thread-safe.
 */
final class Suppressions {
    /** What the name of the file beside the policy's has more. */
    static final String SUFFIX = ".lint.yaml";

    private static final Set<String> KEYS = Set.of("id", "sid", "reason");

    private final List<Entry> entries;
    private final Set<Entry> used = new HashSet<>();

    private record Entry(Kind kind, Optional<String> sid, String reason) {}

    private Suppressions(List<Entry> entries) {
        this.entries = entries;
    }

    /** Reads what stands beside the file; nothing does beside standard input. */
    static Suppressions beside(String file) throws BadInput {
        String name = file + SUFFIX;
        if (file.equals(Texts.STANDARD_INPUT) || !Files.exists(Path.of(name))) {
            return new Suppressions(List.of());
        }
        JsonNode tree;
        try {
            tree = YamlText.read(Texts.text(name)).tree();
        } catch (ProblemException e) {
            throw new BadInput(name + ": " + e.problem().what());
        }
        if (!tree.isArray()) {
            throw new BadInput(name + ": " + LintWords.noList());
        }
        var entries = new ArrayList<Entry>();
        for (JsonNode entry : tree) {
            entries.add(entry(name, entry));
        }
        return new Suppressions(entries);
    }

    private static Entry entry(String name, JsonNode entry) throws BadInput {
        for (var property : entry.properties()) {
            if (!KEYS.contains(property.getKey())) {
                throw new BadInput(
                        name + ": " + LintWords.noKeyOfSuppression(PrincipalLabels.clean(property.getKey())));
            }
        }
        Kind kind = LintConfig.kind(name, entry.path("id").asText());
        if (entry.path("reason").asText().isBlank()) {
            throw new BadInput(name + ": " + LintWords.noReason(kind.id()));
        }
        Optional<String> sid = entry.has("sid") ? Optional.of(entry.path("sid").asText()) : Optional.empty();
        return new Entry(kind, sid, entry.path("reason").asText());
    }

    /** Returns why nobody wants to hear of the finding, if that is so. */
    Optional<String> reason(LintFinding finding) {
        Optional<Entry> fitting = entries.stream()
                .filter(entry -> entry.kind() == finding.kind() && entry.sid().equals(finding.sid()))
                .findFirst();
        fitting.ifPresent(used::add);
        return fitting.map(Entry::reason);
    }

    /** Returns the ids of those entries that fitted nothing. */
    List<String> unused() {
        return entries.stream()
                .filter(entry -> !used.contains(entry))
                .map(entry -> entry.kind().id())
                .toList();
    }
}
