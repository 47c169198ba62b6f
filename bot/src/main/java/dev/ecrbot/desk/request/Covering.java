package dev.ecrbot.desk.request;

import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.rules.PersonId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A grant that gave at a moment what somebody asked for then, or some of it.
 *
 * @param requester who had asked for it
 * @param until the end that it had then; empty if it had none
 */
public record Covering(RequestId request, PersonId requester, Optional<Instant> until) {
    private static final String BETWEEN = ";";
    private static final String ENDLESS = "-";
    private static final int PARTS = 3;

    /**
     * Returns the grant that gives all that the change is to give, and ends last; where there is none, those that give some of it each.
     *
     * @param standing the grants on record where it was asked for
     */
    public static List<Covering> of(List<Grant> standing, Change change) {
        return change.edit()
                .granted()
                .map(asked -> of(standing, change.target(), asked))
                .orElse(List.of());
    }

    private static List<Covering> of(List<Grant> standing, Target target, Edit.Grant asked) {
        List<Grant> some = standing.stream()
                .filter(grant -> grant.state() == Grant.State.ACTIVE)
                .filter(grant -> grant.target().equals(target))
                .filter(grant -> Reach.includes(grant.principal(), asked.principal()))
                .filter(grant -> grant.access().actions().stream()
                        .anyMatch(asked.access().actions()::contains))
                .filter(grant -> lasts(grant, asked.until()))
                .toList();
        Optional<Grant> whole = some.stream()
                .filter(grant ->
                        grant.access().actions().containsAll(asked.access().actions()))
                .max(Comparator.comparing(grant -> grant.until().orElse(Instant.MAX)));
        return whole.map(List::of).orElse(some).stream()
                .map(grant -> new Covering(grant.id().request(), grant.requester(), grant.until()))
                .toList();
    }

    private static boolean lasts(Grant grant, Optional<Instant> asked) {
        return grant.until()
                .map(end -> asked.filter(wanted -> !wanted.isAfter(end)).isPresent())
                .orElse(true);
    }

    /** Returns them as {@link #parse} reads them. */
    public static String text(List<Covering> all) {
        return all.stream()
                .map(each -> each.request() + " " + each.requester() + " "
                        + each.until().map(Instant::toString).orElse(ENDLESS))
                .collect(Collectors.joining(BETWEEN));
    }

    /** Returns those that {@link #text} wrote; without any that can't be read. */
    public static List<Covering> parse(String text) {
        return Arrays.stream(text.split(BETWEEN, -1))
                .map(each -> each.split(" ", -1))
                .filter(parts -> parts.length == PARTS)
                .flatMap(parts -> read(parts).stream())
                .toList();
    }

    private static Optional<Covering> read(String[] parts) {
        try {
            Optional<Instant> until =
                    parts[2].equals(ENDLESS) ? Optional.empty() : Optional.of(Instant.parse(parts[2]));
            return RequestId.parse(parts[0])
                    .flatMap(request -> PersonId.parse(parts[1]).map(person -> new Covering(request, person, until)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
