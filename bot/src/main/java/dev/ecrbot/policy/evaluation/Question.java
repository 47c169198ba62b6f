package dev.ecrbot.policy.evaluation;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.problem.PolicyProblems;
import dev.ecrbot.problem.ProblemException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Whether a principal may do an action to a repository.
 *
 * <p>A question about a role is about its sessions, whatever their names. One about an account is about its root user.
 *
 * @param action one action with its prefix, in any case: {@code ecr:BatchGetImage}
 */
public record Question(Principal principal, String action, Repository repository) {
    private static final Pattern ACTION = Pattern.compile("[a-z0-9-]{1,40}:[A-Za-z0-9]{1,80}");

    public Question {
        if (principal instanceof Principal.Everyone
                || principal instanceof Principal.Orphan
                || principal instanceof Principal.Other) {
            throw new ProblemException(PolicyProblems.notACaller(PrincipalLabels.clean(principal.text())));
        }
        if (!ACTION.matcher(action).matches()) {
            throw new ProblemException(PolicyProblems.notAnAction(PrincipalLabels.clean(action)));
        }
    }

    /** Returns what it and the time tell of the request. */
    public RequestContext known(Instant now) {
        return RequestContext.of(repository, now).and(principal);
    }
}
