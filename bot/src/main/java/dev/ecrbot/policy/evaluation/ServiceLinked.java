package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.condition.ConditionMatcher;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.condition.Truth;
import java.util.List;

/**
 * Tells service-linked roles, to which no policy of an organization applies. They lie below a path of their own, which a
 * session's ARN doesn't show.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html">AWS Organizations:
 *     what SCPs don't restrict</a>
 */
final class ServiceLinked {
    private static final String PATH = "/aws-service-role/";
    private static final String NAME = "AWSServiceRoleFor";
    private static final ConditionMatcher BELOW = new ConditionMatcher(
            new Condition("ArnLike", "aws:PrincipalArn", List.of("arn:*:iam::*:role" + PATH + "*")), false);

    private ServiceLinked() {}

    static Truth is(Principal caller, RequestContext known) {
        if (caller instanceof Principal.Role role) {
            return Truth.of(role.path().startsWith(PATH));
        }
        return caller instanceof Principal.Session session && session.role().startsWith(NAME)
                ? BELOW.in(known)
                : Truth.FALSE;
    }
}
