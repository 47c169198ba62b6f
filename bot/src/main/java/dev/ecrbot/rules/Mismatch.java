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
    static Set<Mismatch> between(Scope scope, Subject subject) {
        var found = EnumSet.noneOf(Mismatch.class);
        if (!scope.contains(subject)) {
            found.add(REPOSITORY);
        }
        // Rules speak of words: what was given under one is that, whatever the word stands for by now.
        if (subject.access()
                .filter(asked -> scope.access().stream()
                        .noneMatch(access -> access.word().equals(asked.word())))
                .isPresent()) {
            found.add(ACCESS);
        }
        if (subject.kind() == Subject.Kind.GRANT) {
            if (!scope.to().includes(subject.principal())) {
                found.add(ACCOUNT);
            }
            if (PrincipalKind.of(subject.principal())
                    .filter(scope.principals()::contains)
                    .isEmpty()) {
                found.add(KIND);
            }
        }
        return found;
    }
}
