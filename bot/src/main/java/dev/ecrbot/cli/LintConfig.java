package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.cli.words.ArgumentWords;
import dev.ecrbot.cli.words.LintWords;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.lint.Kind;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.policy.lint.Severity;
import dev.ecrbot.policy.source.YamlText;
import dev.ecrbot.problem.Guess;
import dev.ecrbot.problem.ProblemException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the file given by {@code --config} says: JSON or YAML with the keys {@code severities} (by id), {@code off} (ids),
 * {@code accounts} and {@code organizations} (what people call them, by id). All of them may be left out.
 */
record LintConfig(
        Map<Kind, Severity> severities,
        Set<Kind> off,
        Map<AccountId, String> accounts,
        Map<OrganizationId, String> organizations) {
    private static final List<String> KEYS = List.of("severities", "off", "accounts", "organizations");

    /** Nothing is configured. */
    static final LintConfig NONE = new LintConfig(Map.of(), Set.of(), Map.of(), Map.of());

    LintConfig {
        severities = Map.copyOf(severities);
        off = Set.copyOf(off);
        accounts = Map.copyOf(accounts);
        organizations = Map.copyOf(organizations);
    }

    static LintConfig read(String file) throws BadInput {
        JsonNode tree = tree(file);
        for (var property : tree.properties()) {
            if (!KEYS.contains(property.getKey())) {
                throw new BadInput(file + ": " + LintWords.noKey(PrincipalLabels.clean(property.getKey()))
                        + Guess.didYouMean(property.getKey(), KEYS, LintWords.known(KEYS)));
            }
        }
        var severities = new EnumMap<Kind, Severity>(Kind.class);
        for (var entry : tree.path("severities").properties()) {
            severities.put(
                    kind(file, entry.getKey()), severity(file, entry.getValue().asText()));
        }
        var off = EnumSet.noneOf(Kind.class);
        for (JsonNode id : tree.path("off")) {
            off.add(kind(file, id.asText()));
        }
        var accounts = new HashMap<AccountId, String>();
        for (var entry : tree.path("accounts").properties()) {
            accounts.put(account(file, entry.getKey()), entry.getValue().asText());
        }
        var organizations = new HashMap<OrganizationId, String>();
        for (var entry : tree.path("organizations").properties()) {
            organizations.put(
                    organization(file, entry.getKey()), entry.getValue().asText());
        }
        return new LintConfig(severities, off, accounts, organizations);
    }

    /** Returns the finding as it is to be told, if it is to be told at all. */
    Optional<LintFinding> told(LintFinding finding) {
        return off.contains(finding.kind())
                ? Optional.empty()
                : Optional.of(finding.as(severities.getOrDefault(finding.kind(), finding.severity())));
    }

    /** Returns the kind with this id. */
    static Kind kind(String file, String id) throws BadInput {
        return Kind.byId(id)
                .orElseThrow(() -> new BadInput(file + ": " + LintWords.noId(PrincipalLabels.clean(id))
                        + Guess.didYouMean(
                                id, Arrays.stream(Kind.values()).map(Kind::id).toList(), LintWords.whereIdsStand())));
    }

    private static JsonNode tree(String file) throws BadInput {
        try {
            // JSON is YAML, too.
            return YamlText.read(Texts.text(file)).tree();
        } catch (ProblemException e) {
            throw new BadInput(file + ": " + e.problem().what());
        }
    }

    private static Severity severity(String file, String word) throws BadInput {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput(file + ": " + LintWords.noSeverity(PrincipalLabels.clean(word))));
    }

    static AccountId account(String where, String id) throws BadInput {
        return AccountId.parse(id)
                .orElseThrow(() -> new BadInput(where + ": " + ArgumentWords.noAccount(PrincipalLabels.clean(id))));
    }

    static OrganizationId organization(String where, String id) throws BadInput {
        return OrganizationId.parse(id)
                .orElseThrow(
                        () -> new BadInput(where + ": " + ArgumentWords.noOrganization(PrincipalLabels.clean(id))));
    }
}
