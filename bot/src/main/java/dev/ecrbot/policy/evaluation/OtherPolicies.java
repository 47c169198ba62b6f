package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.AttachedPolicy;
import dev.ecrbot.policy.PolicyDocument;
import java.util.List;
import java.util.Optional;

/**
 * The policies beside a repository's and its registry's that decide on a request; all that there are. Those without principals
 * are read by {@link AttachedPolicy}.
 *
 * @param identity the caller's identity policies, those of a user's groups among them
 * @param boundary the caller's permissions boundary; for a federated user the one of the user who made it
 * @param session the policy that the caller's session was made with
 * @param scps the service control policies of the caller's account by level: root, each unit on the way, and the account
 *     itself; those of one level together
 * @param rcps the resource control policies of the repository's account, whatever their level: they can only deny, since AWS
 *     itself allows everything on each level
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">AWS
 *     Organizations: SCP evaluation</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_evaluation.html">AWS
 *     Organizations: RCP evaluation</a>
 */
public record OtherPolicies(
        List<PolicyDocument> identity,
        Optional<PolicyDocument> boundary,
        Optional<PolicyDocument> session,
        List<List<PolicyDocument>> scps,
        List<PolicyDocument> rcps) {
    public OtherPolicies {
        identity = List.copyOf(identity);
        scps = scps.stream().map(List::copyOf).toList();
        rcps = List.copyOf(rcps);
    }

    /** Returns these identity policies and nothing beside. */
    public static OtherPolicies ofIdentity(List<PolicyDocument> identity) {
        return new OtherPolicies(identity, Optional.empty(), Optional.empty(), List.of(), List.of());
    }
}
