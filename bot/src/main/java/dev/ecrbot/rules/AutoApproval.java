package dev.ecrbot.rules;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a rule approves by itself. Immutable.
 *
 * @param access the accesses of which it does, all of which only pull
 * @param atMost for how long
 * @param perDay how many of them on one day
 */
public record AutoApproval(Set<Access> access, Duration atMost, int perDay) {
    private static final Duration ROUNDING = Duration.ofHours(1);

    /** @throws IllegalArgumentException if it would approve more than pulling, or nothing */
    public AutoApproval {
        access = Set.copyOf(access);
        if (access.isEmpty() || !access.stream().allMatch(Access::onlyPulls)) {
            throw new IllegalArgumentException("a rule approves nothing by itself but pulling");
        }
        if (perDay < 1 || atMost.isNegative() || atMost.isZero()) {
            throw new IllegalArgumentException("a rule approves something, or doesn't say that it does");
        }
    }

    /** Returns whether it is for the access; rules speak of words. */
    public boolean isFor(Access asked) {
        return asked.onlyPulls() && access.stream().anyMatch(each -> each.word().equals(asked.word()));
    }

    /**
     * Returns whether it is for such an ask: one named role that pulls from one repository, and not for too long.
     *
     * @param until when it would end, rounded up as {@link GrantEnds} rounds it
     */
    public boolean covers(Subject subject, Optional<Instant> until, Instant now) {
        return subject.kind() == Subject.Kind.GRANT
                && subject.target() instanceof Repository
                && subject.principal() instanceof Principal.Role
                && subject.access().filter(this::isFor).isPresent()
                && until.filter(end -> !end.isAfter(now.plus(atMost).plus(ROUNDING)))
                        .isPresent();
    }

    /** Returns the words of its accesses. */
    public String words() {
        return access.stream().map(Access::word).sorted().collect(Collectors.joining(", "));
    }
}
