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
        boolean byName = denies.stream()
                .filter(deny -> !deny.exceptsPrincipals())
                .anyMatch(deny -> grant.principal().parts().stream().anyMatch(part -> deny.names(part, home)));
        return denies.isEmpty() ? Optional.empty() : Optional.of(new Deny(byName));
    }

    private static boolean reaches(Statement deny, Principal principal, Partition home) {
        if (principal instanceof Principal.Organization organization && !deny.exceptsPrincipals()) {
            return deny.holders(home).stream().anyMatch(named -> mayReach(named, organization));
        }
        return deny.principals(home).stream()
                        .anyMatch(named -> principal.parts().stream().anyMatch(part -> Reach.includes(named, part)))
                != deny.exceptsPrincipals();
    }

    // Whoever is named may belong to the organization, unless it is one itself and another.
    private static boolean mayReach(Principal named, Principal.Organization organization) {
        return !(named instanceof Principal.Organization other)
                || other.path().contains(organization.path())
                || organization.path().contains(other.path());
    }
}
