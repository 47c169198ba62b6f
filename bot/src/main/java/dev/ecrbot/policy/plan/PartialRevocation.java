package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.AccessWords;
import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.problem.RevocationProblems;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why an access can't be taken away by itself from somebody who has more than that. */
record PartialRevocation(Principal principal, Access access, PlanContext context) {

    /**
     * @param places the statements that the principal has access through
     */
    Optional<Outcome> refusal(List<Statement> places) {
        String name = PrincipalLabels.capital(context.names().of(principal));
        if (places.stream().anyMatch(this::indivisible)) {
            return Optional.of(Outcome.refused(RevocationProblems.heldThroughWildcard(name, access)));
        }
        Set<String> held = places.stream()
                .filter(place -> !place.exceptsActions())
                .flatMap(place -> place.actions().stream())
                .map(AccessWords::fold)
                .collect(Collectors.toSet());
        return context.accesses()
                .smallest(other -> other.pulls() && other.pushes())
                .filter(push -> access.onlyPulls() && held.containsAll(AccessWords.folded(push)))
                .map(push -> Outcome.refused(RevocationProblems.heldThroughPush(name, push, access)));
    }

    private boolean indivisible(Statement place) {
        return place.exceptsActions()
                ? access.actions().stream().anyMatch(place::covers)
                : place.actions().stream()
                        .filter(Globs::wild)
                        .anyMatch(pattern ->
                                access.actions().stream().anyMatch(action -> Globs.matches(pattern, action)));
    }
}
