package dev.ecrbot.policy;

import dev.ecrbot.ecr.Partition;
import java.util.List;
import java.util.Optional;

/**
 * That a Deny statement may keep a principal from an access.
 *
 * @param byName whether one names the principal itself
 */
record Deny(boolean byName) {

    static Optional<Deny> of(PolicyDocument document, Edit.Grant grant, Partition home) {
        List<Statement> denies = document.statements().stream()
                .filter(Statement::denies)
                .filter(deny -> grant.access().actions().stream().anyMatch(deny::covers))
                .filter(deny -> reaches(deny, grant.principal(), home))
                .toList();
        boolean byName =
                denies.stream().anyMatch(deny -> !deny.exceptsPrincipals() && deny.names(grant.principal(), home));
        return denies.isEmpty() ? Optional.empty() : Optional.of(new Deny(byName));
    }

    private static boolean reaches(Statement deny, Principal principal, Partition home) {
        return deny.principals(home).stream().anyMatch(named -> Reach.includes(named, principal))
                != deny.exceptsPrincipals();
    }
}
