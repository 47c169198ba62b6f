package dev.ecrbot.policy.evaluation;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Condition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Reach;
import dev.ecrbot.policy.Statement;
import dev.ecrbot.policy.condition.RequestContext;
import dev.ecrbot.policy.condition.Truth;
import java.util.List;

/**
 * By which of their names a statement means a caller of its own account. IAM lets a boundary and a session policy limit what is
 * allowed to a role, not what is allowed to a user or a session itself, and takes an account that is named for a delegation to
 * the account's identity policies.
 *
 * <p>Everyone, being named, means the session itself where a condition asks for the role's ARN; IAM's documentation doesn't say
 * whether without it, too.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">IAM:
 *     resource-based policies and implicit denies</a>
 */
final class Naming {
    private static final Truth DOUBT = Truth.unknown("Principal");
    private static final String ARN = "aws:principalarn";

    private final List<Principal> named;
    private final boolean excepted;
    private final boolean byArn;

    Naming(Statement statement, Partition home) {
        this.named = statement.principals(home);
        this.excepted = statement.exceptsPrincipals();
        this.byArn = statement.conditions().stream().anyMatch(Naming::asksForArn);
    }

    /** Returns whether it means the caller, or the caller's role or maker, by more than their account. */
    Truth itself(Principal caller) {
        Truth itself = excepted ? DOUBT : Truth.FALSE;
        for (Principal one : named) {
            if (one instanceof Principal.Account) {
                itself = itself.or(byArn && Reach.includes(one, caller) ? DOUBT : Truth.FALSE);
            } else {
                itself = itself.or(Reach.includes(one, caller) ? Truth.TRUE : Truth.FALSE)
                        .or(Reach.touches(one, caller) ? DOUBT : Truth.FALSE)
                        .or(Callers.obscure(one));
            }
        }
        return itself;
    }

    /** Returns whether it means whoever sends the request: the user, or the session and not its role. */
    Truth directly(Principal caller) {
        Truth directly = excepted ? DOUBT : Truth.FALSE;
        for (Principal one : named) {
            if (one instanceof Principal.Everyone) {
                directly = directly.or(byArn ? Truth.TRUE : DOUBT);
            } else {
                directly = directly.or(Truth.of(one.equals(caller) && !(caller instanceof Principal.Role)))
                        .or(Callers.obscure(one));
            }
        }
        return directly;
    }

    private static boolean asksForArn(Condition condition) {
        return RequestContext.fold(condition.key()).equals(ARN)
                && !condition.operator().contains("Not")
                && !condition.operator().equals("Null");
    }
}
