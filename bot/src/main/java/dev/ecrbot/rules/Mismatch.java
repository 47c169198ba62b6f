package dev.ecrbot.rules;

import java.util.EnumSet;
import java.util.Set;

/** What keeps a rule from being for an ask. */
enum Mismatch {
    REPOSITORY,
    ACCESS,
    ACCOUNT,
    KIND;

    /** Returns what doesn't fit; nothing if the rule is for this ask. */
    static Set<Mismatch> between(Rule rule, Subject subject) {
        var found = EnumSet.noneOf(Mismatch.class);
        if (rule.repositories().stream()
                .noneMatch(pattern -> pattern.matches(subject.registryName(), subject.target()))) {
            found.add(REPOSITORY);
        }
        if (subject.access().isPresent()
                && !rule.access().contains(subject.access().get())) {
            found.add(ACCESS);
        }
        if (subject.kind() == Subject.Kind.GRANT) {
            if (!rule.to().includes(subject.principal())) {
                found.add(ACCOUNT);
            }
            if (PrincipalKind.of(subject.principal())
                    .filter(rule.principals()::contains)
                    .isEmpty()) {
                found.add(KIND);
            }
        }
        return found;
    }
}
