package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.problem.Code;
import java.util.Optional;

/** Why a grant can't be made, whatever the policy says. */
record GrantRefusal(Edit.Grant grant, PlanContext context) {

    Optional<Outcome> outcome() {
        Principal principal = grant.principal();
        Partition home = context.home();
        String name = context.names().of(principal);
        if (!(principal instanceof Principal.Grantable)) {
            return Optional.of(Outcome.refused(
                    Code.PRINCIPAL_MALFORMED,
                    "Access isn't granted to " + name + ".",
                    "Name a role, a user, a whole account, an organization or the Lambda functions of an account."));
        }
        if (principal.partition().filter(in -> in != home).isPresent()) {
            return Optional.of(Outcome.refused(
                    Code.PARTITION_MISMATCH,
                    "The repository is in the partition " + home + ", and " + Names.clean(principal.text())
                            + " is in another.",
                    "Name a principal whose ARN starts with arn:" + home + ":."));
        }
        if (principal instanceof Principal.Organization organization
                && organization.path().isRoot()) {
            return Optional.of(Outcome.refused(
                    Code.PRINCIPAL_MALFORMED,
                    organization.path().lastId() + " is the root of "
                            + context.names()
                                    .of(OrganizationPath.of(organization.path().organization()))
                            + ": everybody in the organization is below it.",
                    "Name org:" + organization.path().organization() + " for all of it, or a unit below the root."));
        }
        if (principal instanceof Principal.LambdaFunctions functions) {
            return of(functions).or(this::untimely);
        }
        return untimely();
    }

    private Optional<Outcome> of(Principal.LambdaFunctions functions) {
        if (grant.access() != Access.PULL) {
            return Optional.of(Outcome.refused(
                    Code.ACCESS_UNKNOWN,
                    "Lambda only fetches images: " + grant.access() + " can't be granted to it.",
                    "Ask for pull, or name the role that is to have " + grant.access() + "."));
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
