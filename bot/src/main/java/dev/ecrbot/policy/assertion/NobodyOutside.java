package dev.ecrbot.policy.assertion;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.policy.evaluation.Outsiders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The repository's side lets nobody in who lives outside these accounts and organizations. What can't be ruled out fails.
 *
 * @param organizations those whose accounts are all inside; an outsider may be in any other
 */
public record NobodyOutside(Set<AccountId> accounts, Set<OrganizationId> organizations) implements Assertion {
    private static final int SHOWN = 3;

    public NobodyOutside {
        accounts = Set.copyOf(accounts);
        organizations = Set.copyOf(organizations);
    }

    @Override
    public Optional<String> failure(AssertionSubject subject, Instant now) {
        List<Outsiders.Found> found =
                Outsiders.of(subject.policy(), subject.registry(), subject.repository(), accounts, organizations, now);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(
                        System.lineSeparator(),
                        found.stream().map(NobodyOutside::told).toList()));
    }

    private static String told(Outsiders.Found one) {
        int more = one.actions().size() - SHOWN;
        List<String> keys = one.verdict().dependsOn();
        return one.who()
                + (keys.isEmpty() ? " is allowed " : " may be allowed ")
                + String.join(
                        ", ",
                        one.actions().subList(0, Math.min(SHOWN, one.actions().size())))
                + (more > 0 ? " and " + more + " more" : "")
                + (keys.isEmpty() ? "." : ", depending on " + String.join(", ", keys) + ".");
    }
}
