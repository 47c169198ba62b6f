package dev.ecrbot.policy.holding;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.BotStatement;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which stored grants stand behind a principal's place in one of the bot's statements.
 *
 * <p>A timed grant usually stands in a statement with its end. Where ends aren't written into the policy, or weren't when
 * the grant was made, it stands in the statement without one.
 */
public final class Ownership {
    private final Map<Principal, List<Owned>> byPart = new HashMap<>();
    private final Set<Owned> writtenWithEnd;

    public Ownership(PolicyDocument document, Set<Owned> owned, Partition home) {
        owned.forEach(grant -> grant.principal()
                .parts()
                .forEach(part ->
                        byPart.computeIfAbsent(part, p -> new ArrayList<>()).add(grant)));
        this.writtenWithEnd = document.statements().stream()
                .flatMap(statement -> BotStatement.of(statement)
                        .filter(form -> form.end().isPresent())
                        .stream()
                        .flatMap(form -> statement.holders(home).stream()
                                .map(holder -> new Owned(holder, form.access(), form.end()))))
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean ours(BotStatement form, Principal holder) {
        return !behind(form, holder).isEmpty();
    }

    /** Returns when the holder's place there ends, as far as the bot knows. */
    public Optional<Instant> until(BotStatement form, Principal holder) {
        List<Owned> behind = behind(form, holder);
        boolean endless = behind.stream().anyMatch(grant -> grant.until().isEmpty());
        return form.end().isPresent() || endless
                ? form.end()
                : behind.stream().flatMap(grant -> grant.until().stream()).max(Comparator.naturalOrder());
    }

    public List<Owned> behind(BotStatement form, Principal holder) {
        return byPart.getOrDefault(holder, List.of()).stream()
                .filter(grant -> grant.access().equals(form.access()))
                .filter(grant -> form.end().isPresent()
                        ? grant.until().equals(form.end())
                        : grant.until().isEmpty()
                                || !writtenWithEnd.contains(new Owned(holder, grant.access(), grant.until())))
                .toList();
    }
}
