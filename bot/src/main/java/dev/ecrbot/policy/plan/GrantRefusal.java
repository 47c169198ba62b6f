package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.AccessCondition;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalVisitor;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.problem.Code;
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
                .map(in -> Outcome.refused(
                        Code.PARTITION_MISMATCH,
                        "The repository is in the partition " + home + ", and "
                                + Names.clean(grant.principal().text()) + " is in another.",
                        "Name a principal whose ARN starts with arn:" + home + ":."));
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
            return Optional.of(Outcome.refused(
                    Code.ACCESS_UNKNOWN,
                    "Lambda only fetches images: " + grant.access() + " can't be granted to it.",
                    "Ask for " + context.accesses().pulling() + ", or name the role that is to have " + grant.access()
                            + "."));
        }
        if (!functions.region().equals(context.target().region())) {
            return Optional.of(Outcome.refused(
                    Code.PRINCIPAL_MALFORMED,
                    "Lambda takes images from its own Region only: the functions are in " + functions.region()
                            + " and the repository in "
                            + context.target().region() + ".",
                    "Name a repository in " + functions.region() + ", or functions in "
                            + context.target().region() + "."));
        }
        return Optional.empty();
    }

    @Override
    public Optional<Outcome> organization(Principal.Organization organization) {
        OrganizationPath path = organization.path();
        return path.isRoot()
                ? Optional.of(Outcome.refused(
                        Code.PRINCIPAL_MALFORMED,
                        path.lastId() + " is the root of "
                                + context.names().of(OrganizationPath.of(path.organization()))
                                + ": everybody in the organization is below it.",
                        "Name org:" + path.organization() + " for all of it, or a unit below the root."))
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
        return Optional.of(Outcome.refused(
                Code.PRINCIPAL_MALFORMED,
                "Access isn't granted to " + context.names().of(principal) + ".",
                "Name a role, a user, a whole account, an organization or the Lambda functions of an account."));
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
                .map(key -> Outcome.refused(
                        Code.PRINCIPAL_MALFORMED,
                        "The rule gives " + grant.access() + " under a condition on " + key
                                + ", which can't stand beside "
                                + context.names().of(grant.principal()) + ".",
                        "Name the roles that are to have it."));
    }

    private Optional<Outcome> untimely() {
        if (grant.until()
                .filter(end -> !end.isAfter(context.now()) || end.isAfter(Ends.NEVER))
                .isPresent()) {
            return Optional.of(Outcome.refused(
                    Code.DURATION_MALFORMED,
                    "The access would end before it begins, or after the year 9999.",
                    "Name an end that lies ahead."));
        }
        return Optional.empty();
    }
}
