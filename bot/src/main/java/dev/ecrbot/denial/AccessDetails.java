package dev.ecrbot.denial;

import java.util.Optional;

/**
 * What opens AWS's own record of a refused request to anybody in the account or organization who may call
 * {@code iam:GetRequestAuthorizationDetails}. Only whoever pasted it may see it again, so its string form is empty of it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied-authorization-id.html">IAM:
 *     denials with an authorization id</a>
 */
public record AccessDetails(Optional<String> authorizationId, Optional<String> link) {
    static final AccessDetails NONE = new AccessDetails(Optional.empty(), Optional.empty());

    @Override
    public String toString() {
        return "AccessDetails[not shown]";
    }
}
