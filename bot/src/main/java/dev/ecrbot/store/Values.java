package dev.ecrbot.store;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The named values of one statement; those of a row are named as its columns. Not thread-safe. */
final class Values {
    private record Kept(Function<PolicyTexts, String> text) {}

    private final Map<String, @Nullable Object> byName = new LinkedHashMap<>();

    Values text(String name, String value) {
        return put(name, value);
    }

    Values text(String name, Optional<String> value) {
        return put(name, value.orElse(null));
    }

    /** A text that holds policies: they are kept by themselves when the statement is run. */
    Values keeping(String name, Function<PolicyTexts, String> text) {
        return put(name, new Kept(text));
    }

    Values bytes(String name, byte[] value) {
        return put(name, value);
    }

    Values number(String name, long value) {
        return put(name, value);
    }

    Values number(String name, Optional<Integer> value) {
        return put(name, value.orElse(null));
    }

    Values flag(String name, boolean value) {
        return put(name, value);
    }

    Values flag(String name, Optional<Boolean> value) {
        return put(name, value.orElse(null));
    }

    Values time(String name, Instant value) {
        return time(name, Optional.of(value));
    }

    /** PostgreSQL would round up what is finer than a microsecond, and an end must not come later than it was shown. */
    Values time(String name, Optional<Instant> value) {
        Optional<OffsetDateTime> cut =
                value.map(instant -> instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        return put(name, cut.orElse(null));
    }

    /** A pattern stands in the column of a repository's name, which is never one. */
    Values target(Target target) {
        return text("account", target.account().value())
                .text("region", target.region().value())
                .text("repository", target.text());
    }

    Values holder(PolicyHolder holder) {
        return text("account", holder.account().value())
                .text("region", holder.region().value())
                .text("repository", holder.key());
    }

    /** Returns the condition for rows about this policy, with {@link #holder}'s values: what is about a pattern stands in the registry's. */
    static String isAt(PolicyHolder holder) {
        return holder instanceof RegionalRegistry ? "repository LIKE '%*%'" : "repository = :repository";
    }

    /** Returns what leaves these registries out, as it goes on after another condition. */
    String outside(Set<RegionalRegistry> without) {
        var clauses = new StringBuilder();
        int number = 0;
        for (RegionalRegistry registry : without) {
            number++;
            text("account" + number, registry.account().value());
            text("region" + number, registry.region().value());
            clauses.append(" AND NOT (account = :account")
                    .append(number)
                    .append(" AND region = :region")
                    .append(number)
                    .append(')');
        }
        return clauses.toString();
    }

    Values principal(Principal principal) {
        return text("principal_type", principal.type()).text("principal", principal.text());
    }

    /** The word and, since catalogue and rules may change, the actions that it stands for and what it depends on. */
    Values access(Optional<Access> access) {
        return text("access", access.map(Access::word))
                .text("actions", access.map(named -> String.join(" ", named.actions())))
                .text("conditions", access.flatMap(ConditionsColumn::write));
    }

    Values person(String role, PersonId person) {
        return person(role, Optional.of(person));
    }

    Values person(String role, Optional<PersonId> person) {
        return text(role + "_team", person.map(PersonId::team)).text(role + "_user", person.map(PersonId::user));
    }

    /** Returns all values, with what is to be kept by itself kept there. */
    Map<String, @Nullable Object> byName(PolicyTexts texts) {
        byName.replaceAll(
                (name, value) -> value instanceof Kept kept ? kept.text().apply(texts) : value);
        return Collections.unmodifiableMap(byName);
    }

    /** Returns what inserts these values as one row: their columns, and that they stand there. */
    String asRow() {
        return "(" + String.join(", ", byName.keySet()) + ") VALUES ("
                + byName.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", ")) + ")";
    }

    /** Returns what gives each value to its column in an update. */
    String asAssignments() {
        return byName.keySet().stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "));
    }

    private Values put(String name, @Nullable Object value) {
        byName.put(name, value);
        return this;
    }
}
