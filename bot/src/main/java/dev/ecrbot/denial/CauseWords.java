package dev.ecrbot.denial;

/**
 * What people are told to do about each {@link Cause}, by its name. {@link Advice} fills in the words in braces: {@code {caller}},
 * {@code {grant}} and so on, which may come to nothing.
 */
final class CauseWords {
    // What AWS says in its sentence about a refused request.
    static final String NO_RESOURCE_ALLOW =
            "The policies of the repository and its registry have no Allow for {action}. {grant} {afterwards}";
    static final String RESOURCE_DENY =
            "A Deny in the policy of the repository or of its registry meets {caller}. A grant doesn't help: the Deny has to"
                    + " be narrowed.";
    static final String NO_IDENTITY_ALLOW =
            "Allow {action} on {repository} in an identity policy of {caller}. {cache} {afterwards}";
    static final String IDENTITY_DENY =
            "A Deny in an identity policy of {caller} forbids it. No grant helps: whoever looks after that policy has to"
                    + " narrow it.";
    static final String SERVICE_CONTROL =
            "A service control policy of the caller's organization forbids it. No grant helps: whoever looks after the"
                    + " organization has to change that policy.";
    static final String RESOURCE_CONTROL =
            "A resource control policy of the registry's organization forbids it. No grant helps: whoever looks after the"
                    + " organization has to change that policy.";
    static final String NO_ENDPOINT_ALLOW =
            "The policy of the VPC endpoint (ecr.api or ecr.dkr) has no Allow for {action}: let it pass there. No grant"
                    + " helps.";
    static final String ENDPOINT_DENY =
            "A Deny in the policy of the VPC endpoint (ecr.api or ecr.dkr) forbids it: narrow it there. No grant helps.";
    static final String SESSION_POLICY =
            "The session policy given to the session of {caller} doesn't let {action} pass: widen it where the session is"
                    + " made. No grant helps.";
    static final String BOUNDARY =
            "The permissions boundary of {caller} doesn't let {action} pass: whoever set it has to widen it. No grant helps.";
    static final String TRUST =
            "The trust policy of the role doesn't let {caller} take it on: it has to be allowed there. No grant helps.";
    static final String DENY_SOMEWHERE =
            "A Deny forbids it, and the text doesn't say in which policy. No grant helps. Look in the repository's policy"
                    + " first, then in identity policies, boundaries and service control policies.";
    static final String LOGIN_CALL =
            "No repository's policy decides on this call: allow ecr:GetAuthorizationToken on * in an identity policy of"
                    + " {caller}.";
    static final String NO_REASON = "{halves}";

    // What clients, services and ECR itself say.
    static final String NO_LOGIN =
            "No login, or a bad one, reached {host}: log in to exactly this host, or let the credential helper do it, with an"
                    + " identity that has ecr:GetAuthorizationToken. {masked}";
    static final String LOGIN_BROKE =
            "The login at {host} failed, and the text doesn't say why. What stands before this may: usual are credentials of"
                    + " AWS that are missing or expired, an identity without ecr:GetAuthorizationToken, and a way to ecr.api that is"
                    + " closed.";
    static final String LOGIN_EXPIRED = "The login has expired, as it does after 12 hours: log in to {host} again.";
    static final String BAD_CREDENTIALS =
            "There are no credentials that AWS takes: they are missing, wrong, expired, of another partition, or couldn't be"
                    + " fetched. Get or renew them, then log in again.";
    static final String NO_REGION =
            "The tool doesn't know in which Region to ask for the login: set AWS_REGION, or --region, to the registry's"
                    + " Region, and log in again.";
    static final String SANDBOX_IMAGE =
            "containerd fetches the sandbox image without the kubelet's credentials: configure a login for {host} in"
                    + " containerd.";
    static final String NO_SUCH_REPOSITORY =
            "There is no repository {name} in {registry} in the Region that was asked. Check account, Region and name: tools"
                    + " look in the caller's own account unless they are told the registry's id, and a push makes no repository unless a"
                    + " creation template says so.";
    static final String NO_SUCH_IMAGE =
            "ECR has no such image there: check tag, digest, Region and registry. An archived image answers so, too.";
    static final String NOT_FOUND_OR_REFUSED =
            "The repository isn't there, or an older client hides a refusal behind this answer: check registry, Region and"
                    + " name, then both halves of the access.";
    static final String LAMBDA_SOURCE =
            "Lambda doesn't take this image, and doesn't say why: there is no such image or tag, it lies in another Region"
                    + " than the function, where Lambda doesn't look, or the service may not read it. Check them in this order.";
    static final String HOST_UNREACHABLE =
            "{host} can't be reached: check route, NAT, DNS and proxy. If it has a private address, that is the VPC endpoint"
                    + " com.amazonaws.{region}.ecr.dkr: check its security group.";
    static final String LOGIN_UNREACHABLE =
            "ecr.api can't be reached: check route, NAT, DNS and security group, or the VPC endpoint"
                    + " com.amazonaws.{region}.ecr.api.";
    static final String UNTRUSTED_CERTIFICATE =
            "The certificate of {host} isn't trusted: a proxy in between shows its own, or this machine lacks current CA"
                    + " certificates. Install the proxy's CA where the client looks for it, and check the clock.";
    static final String LAYERS =
            "Login and manifest worked, the layers didn't: they come from S3. The policy of the S3 gateway endpoint must"
                    + " allow s3:GetObject on {bucket}/*, and the way there must be open.";
    static final String REPLICATION =
            "The policy of the destination's registry doesn't allow the source account ecr:ReplicateImage on this repository:"
                    + " check its Resource letter by letter, and the Region.";
    static final String UPSTREAM =
            "No denial by a policy of this registry: its pull through cache couldn't read from the registry behind it."
                    + " Whoever manages the cache has to look at the rule's secret in Secrets Manager, at its key, and whether the image"
                    + " is there.";
    static final String LAMBDA =
            "The repository's policy lacks the statement for lambda.amazonaws.com with the aws:sourceArn of that account's"
                    + " functions. Ask: /ecr grant pull REPOSITORY lambda:ACCOUNT. Image and function have to be in one Region.";
    static final String SERVICE_NOT_GRANTED =
            "The repository's policy lacks a statement for {caller}. There is no grant for that service here, so whoever"
                    + " manages the policy has to add it.";
    static final String AGENT_CORE =
            "Allow ecr:GetAuthorizationToken on *, and ecr:BatchGetImage and ecr:GetDownloadUrlForLayer on {repository}, in"
                    + " an identity policy of the runtime's execution role. For a repository of another account, ask for pull for that"
                    + " role, too.";
    static final String APP_RUNNER =
            "Check both halves for the service's access role: its identity policy and, for a repository of another account,"
                    + " the repository's policy.";
    static final String KMS =
            "The key refuses, not the repository. For Lambda with a repository of another account under a key of its own:"
                    + " create the function anew instead of updating it.";
    static final String CODEBUILD_CREDENTIALS =
            "Set imagePullCredentialsType to SERVICE_ROLE in the CodeBuild project, and ask for pull for the project's"
                    + " service role.";
    static final String PRINCIPAL_NOT_FOUND =
            "No denial: a principal in the new policy doesn't exist, doesn't exist yet, or was deleted. Run policy lint on"
                    + " it; if the principal is new, try again after some seconds.";
    static final String BAD_POLICY =
            "No denial: ECR doesn't take the new policy. Run policy lint on it; usual are a Resource in a repository's"
                    + " policy, none in a registry's, a principal that doesn't exist, and a wildcard inside a principal.";
    static final String NO_POLICY =
            "No denial: the repository has no policy of its own, so nobody of another account gets in by it. Ask for what you"
                    + " need.";
    static final String TAG_TAKEN =
            "No denial by a policy: the tag is there already, and the repository lets no tag be moved. Push under another"
                    + " tag.";
    static final String ORGANIZATION =
            "A policy of the organization forbids it. No grant helps: whoever looks after the organization has to change that"
                    + " policy.";
    static final String PUSH_BROKE =
            "docker tried the push again and again without saying why. Usual are a permission for pushing that is missing, on"
                    + " either half, and a proxy on the way: CloudTrail in the registry's account has the refusal, if it is one.";
    static final String CUT_OFF =
            "The text ends before it says why. Paste the whole message: ECS cuts it after 255 characters, and the log of the"
                    + " agent or of the kubelet has the rest.";
    static final String EXISTS = "No denial: there is a repository of that name already, so it needn't be made.";
    static final String DISK_FULL = "No denial: the disk of the machine that pulls, or of its runner, is full.";
    static final String NOT_FITTING =
            "No denial: the image has nothing for this platform, or is of a kind that isn't taken here. Build it for that"
                    + " platform.";
    static final String FAILED_MIDWAY =
            "No denial: ECR, or something on the way to it, broke off in the middle of it. Try again; if it stays so, look at"
                    + " a proxy.";
    static final String NOT_TAKEN =
            "ECR knows who asks, and doesn't take what is pushed: usual are a tag that may not be moved and a manifest that"
                    + " it doesn't know. The tool's log has the answer's text.";
    static final String TRIED_AGAIN =
            "This only says that it is tried again. Why stands in the events before it (kubectl describe pod), or in the"
                    + " kubelet's log.";
    static final String THROTTLED = "No denial: too many calls at a time. Try again later, and with fewer at once.";

    // What has nothing to do with it.
    static final String OTHER_SERVICE =
            "Not a denial by ECR: another service refused {action}, so look at the policies for that.";
    static final String ROLE_NOT_TAKEN_ON =
            "Not a denial by ECR: the role was never taken on, since STS refused {action}. The role's trust policy has to"
                    + " allow it to {caller} (to GitHub's provider by aud and sub, to Kubernetes by the service account), and the"
                    + " caller's own policies as well.";
    static final String UNKNOWN =
            "Not a denial by ECR, as far as this text shows. Paste the whole message, from “User:” or the image's name on.";

    private CauseWords() {}
}
