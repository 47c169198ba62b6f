package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.AccessCondition;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.PrincipalVisitor;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.problem.PlanProblems;
import java.util.Locale;
import java.util.Optional;

/** Why a grant can't be made, whatever the policy says. */
record GrantRefusal(Edit.Grant grant, PlanContext context) implements PrincipalVisitor<Optional<Outcome>> {

    Optional<Outcome> outcome() {
        return elsewhere()
                .or(() -> grant.principal().visit(this))
                .or(this::unmet)
                .or(this::untimely);
    }

    private Optional<Outcome> elsewhere() {
        Partition home = context.home();
        return grant.principal()
                .partition()
                .filter(in -> in != home)
                .map(in -> Outcome.refused(PlanProblems.otherPartition(
                        home, PrincipalLabels.clean(grant.principal().text()))));
    }

    @Override
    public Optional<Outcome> role(Principal.Role role) {
        return Optional.empty();
    }

    @Override
    public Optional<Outcome> user(Principal.User user) {
        return Optional.empty();
    }

    @Override
    public Optional<Outcome> account(Principal.Account account) {
        return Optional.empty();
    }

    @Override
    public Optional<Outcome> session(Principal.Session session) {
        return Optional.empty();
    }

    @Override
    public Optional<Outcome> federatedUser(Principal.FederatedUser user) {
        return Optional.empty();
    }

    @Override
    public Optional<Outcome> lambdaFunctions(Principal.LambdaFunctions functions) {
        if (!grant.access().onlyPulls()) {
            return Optional.of(Outcome.refused(PlanProblems.lambdaOnlyFetches(
                    grant.access(), context.accesses().pulling())));
        }
        if (!functions.region().equals(context.target().region())) {
            return Optional.of(Outcome.refused(PlanProblems.lambdaInOtherRegion(
                    functions.region(), context.target().region())));
        }
        return Optional.empty();
    }

    @Override
    public Optional<Outcome> organization(Principal.Organization organization) {
        OrganizationPath path = organization.path();
        return path.isRoot()
                ? Optional.of(Outcome.refused(PlanProblems.wholeOrganization(
                        path.lastId(),
                        context.names().of(OrganizationPath.of(path.organization())),
                        path.organization().value())))
                : Optional.empty();
    }

    @Override
    public Optional<Outcome> orphan(Principal.Orphan orphan) {
        return never(orphan);
    }

    @Override
    public Optional<Outcome> everyone(Principal.Everyone everyone) {
        return never(everyone);
    }

    @Override
    public Optional<Outcome> service(Principal.Service service) {
        return never(service);
    }

    @Override
    public Optional<Outcome> other(Principal.Other other) {
        return never(other);
    }

    private Optional<Outcome> never(Principal principal) {
        return Optional.of(
                Outcome.refused(PlanProblems.neverGranted(context.names().of(principal))));
    }

    // What Lambda fetches it fetches in its own name; and of two lines about an organization nobody could tell whom
    // they name.
    private Optional<Outcome> unmet() {
        return grant.access().conditions().lines().stream()
                .map(AccessCondition::key)
                .filter(key -> grant.principal() instanceof Principal.LambdaFunctions
                        || (grant.principal() instanceof Principal.Organization
                                && key.toLowerCase(Locale.ROOT).startsWith("aws:principalorg")))
                .findFirst()
                .map(key -> Outcome.refused(PlanProblems.conditionDoesNotFit(
                        grant.access(), key, context.names().of(grant.principal()))));
    }

    private Optional<Outcome> untimely() {
        if (grant.until()
                .filter(end -> !end.isAfter(context.now()) || end.isAfter(Ends.NEVER))
                .isPresent()) {
            return Optional.of(Outcome.refused(PlanProblems.endOutOfTime()));
        }
        return Optional.empty();
    }
}
