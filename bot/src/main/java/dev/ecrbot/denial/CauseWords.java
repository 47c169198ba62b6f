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
            "A Deny in the policy of the repository or of its registry refuses {caller}. A grant doesn't help. Whoever manages"
                    + " that policy has to narrow the Deny.";
    static final String NO_IDENTITY_ALLOW =
            "Allow {action} on {repository} in an identity policy of {caller}. {cache} {afterwards}";
    static final String IDENTITY_DENY =
            "A Deny in an identity policy of {caller} refuses the call. A grant doesn't help. Whoever manages that policy has to"
                    + " narrow the Deny.";
    static final String SERVICE_CONTROL =
            "A service control policy of the caller's organization refuses the call. A grant doesn't help. Whoever manages the"
                    + " organization has to change that policy.";
    static final String RESOURCE_CONTROL =
            "A resource control policy of the registry's organization refuses the call. A grant doesn't help. Whoever manages the"
                    + " organization has to change that policy.";
    static final String NO_ENDPOINT_ALLOW =
            "The policy of the VPC endpoint (ecr.api or ecr.dkr) has no Allow for {action}. Allow it there. A grant doesn't help.";
    static final String ENDPOINT_DENY =
            "A Deny in the policy of the VPC endpoint (ecr.api or ecr.dkr) refuses the call. Narrow the Deny there. A grant doesn't help.";
    static final String SESSION_POLICY =
            "The session policy of {caller} doesn't allow {action}. Whoever makes the session has to allow it in that policy. A"
                    + " grant doesn't help.";
    static final String BOUNDARY =
            "The permissions boundary of {caller} doesn't allow {action}. Whoever set the boundary has to allow it there. A grant"
                    + " doesn't help.";
    static final String TRUST =
            "The trust policy of the role doesn't let {caller} assume it. Whoever manages the role has to allow that in the trust"
                    + " policy. A grant doesn't help.";
    static final String DENY_SOMEWHERE =
            "A Deny refuses the call, and the text doesn't say in which policy it is. A grant doesn't help. Look in the"
                    + " repository's policy first, then in identity policies, boundaries and service control policies.";
    static final String LOGIN_CALL =
            "No repository's policy decides on this call. Allow ecr:GetAuthorizationToken on * in an identity policy of {caller}.";
    static final String NO_REASON = "{halves}";

    // What clients, services and ECR itself say.
    static final String NO_LOGIN =
            "The client sent no login to {host}, or a bad one. Log in to exactly this host, or let the credential helper do it,"
                    + " with an identity that has ecr:GetAuthorizationToken. {masked}";
    static final String LOGIN_BROKE =
            "The login at {host} failed, and the text doesn't say why. Look at the lines before it. Usual causes: AWS credentials"
                    + " are missing or expired, the identity has no ecr:GetAuthorizationToken, or ecr.api can't be reached.";
    static final String NO_HELPER =
            "The credential helper that docker's configuration names isn't installed, or isn't on the PATH: install it, or log in to"
                    + " {host} without it.";
    static final String LOGIN_EXPIRED = "The login has expired, as it does after 12 hours: log in to {host} again.";
    static final String BAD_CREDENTIALS =
            "The tool has no credentials that AWS accepts: they are missing, wrong, expired or of another partition, or the tool"
                    + " couldn't fetch them. Get or renew them, then log in again.";
    static final String NO_REGION =
            "The tool doesn't know in which Region to ask for the login: set AWS_REGION, or --region, to the registry's Region,"
                    + " and log in again.";
    static final String SANDBOX_IMAGE =
            "containerd fetches the sandbox image without the kubelet's credentials: configure a login for {host} in containerd.";
    static final String NO_SUCH_REPOSITORY =
            "There is no repository {name} in {registry} in the Region that was asked. Check account, Region and name. Tools look"
                    + " in the caller's own account unless they are told the registry's id. A push makes no repository unless a"
                    + " creation template says so.";
    static final String NO_SUCH_IMAGE =
            "ECR has no such image there. Check tag, digest, Region and registry. ECR says the same of an archived image.";
    static final String NOT_FOUND_OR_REFUSED =
            "The repository isn't there, or an older client hides a refusal behind this answer. Check registry, Region and name,"
                    + " then the repository's policy and the caller's own.";
    static final String LAMBDA_SOURCE =
            "Lambda refused this image, and doesn't say why. Check in this order: whether there is such an image and tag, whether"
                    + " it is in the function's Region, since Lambda looks nowhere else, and whether the service may read it.";
    static final String HOST_UNREACHABLE =
            "{host} can't be reached. Check route, NAT, DNS and proxy. If the host has a private address, it is the VPC endpoint"
                    + " com.amazonaws.{region}.ecr.dkr: check its security group, too.";
    static final String LOGIN_UNREACHABLE =
            "ecr.api can't be reached: check route, NAT, DNS and security group, or the VPC endpoint com.amazonaws.{region}.ecr.api.";
    static final String UNTRUSTED_CERTIFICATE =
            "The certificate of {host} isn't trusted: a proxy in between shows its own, or this machine lacks current CA"
                    + " certificates. Install the proxy's CA where the client looks for it, and check the clock.";
    static final String LAYERS =
            "The login and the manifest worked, but the client couldn't fetch the layers, which come from S3. The policy of the S3"
                    + " gateway endpoint must allow s3:GetObject on {bucket}/*, and the client must be able to reach S3.";
    static final String REPLICATION =
            "The policy of the destination's registry doesn't allow the source account ecr:ReplicateImage on this repository:"
                    + " check its Resource letter by letter, and the Region.";
    static final String UPSTREAM =
            "This is no denial by a policy of this registry: its pull through cache couldn't read from the registry behind it."
                    + " Whoever manages the cache has to look at the rule's secret in Secrets Manager, at its key, and whether the"
                    + " image is there.";
    static final String LAMBDA =
            "The repository's policy lacks the statement for lambda.amazonaws.com with the aws:sourceArn of that account's"
                    + " functions. Ask: /ecr grant pull REPOSITORY lambda:ACCOUNT. Image and function have to be in one Region.";
    static final String SERVICE_NOT_GRANTED =
            "The repository's policy lacks a statement for {caller}. There is no grant for that service here, so whoever manages"
                    + " the policy has to add it.";
    static final String AGENT_CORE =
            "Allow ecr:GetAuthorizationToken on *, and ecr:BatchGetImage and ecr:GetDownloadUrlForLayer on {repository}, in an"
                    + " identity policy of the runtime's execution role. For a repository of another account, ask for pull for"
                    + " that role, too.";
    static final String APP_RUNNER =
            "Check both halves for the service's access role: its identity policy and, for a repository of another account, the"
                    + " repository's policy.";
    static final String KMS =
            "The KMS key refused, not the repository. If a Lambda function uses a repository of another account that has a KMS key"
                    + " of its own, create the function anew instead of updating it.";
    static final String CODEBUILD_CREDENTIALS =
            "Set imagePullCredentialsType to SERVICE_ROLE in the CodeBuild project, and ask for pull for the project's service role.";
    static final String PRINCIPAL_NOT_FOUND =
            "This is no denial: a principal in the new policy doesn't exist, doesn't exist yet, or was deleted. Run policy lint on"
                    + " it; if the principal is new, try again after some seconds.";
    static final String BAD_POLICY =
            "This is no denial: ECR didn't accept the new policy. Run policy lint on it. Usual causes: a Resource in a"
                    + " repository's policy, no Resource in a registry's, a principal that doesn't exist, or a wildcard inside a"
                    + " principal.";
    static final String NO_POLICY =
            "This is no denial: the repository has no policy of its own, so no policy of it gives another account access. Ask for"
                    + " what you need.";
    static final String TAG_TAKEN =
            "This is no denial by a policy: the tag is there already, and it is immutable. Push under another tag.";
    static final String ORGANIZATION =
            "A policy of the organization refuses the call. A grant doesn't help. Whoever manages the organization has to change"
                    + " that policy.";
    static final String PUSH_BROKE =
            "docker tried the push again and again without saying why. Usual causes: the repository's policy or the caller's own"
                    + " lacks a permission for pushing, or a proxy breaks the connection. If AWS refused the push, CloudTrail in"
                    + " the registry's account shows it.";
    static final String CUT_OFF =
            "The text ends before it says why. Paste the whole message: ECS cuts it after 255 characters, and the log of the agent"
                    + " or of the kubelet has the rest.";
    static final String EXISTS =
            "This is no denial: there is a repository of that name already, so it needn't be made.";
    static final String DISK_FULL = "This is no denial: the disk of the machine that pulls, or of its runner, is full.";
    static final String NOT_FITTING =
            "This is no denial: the image has no build for this platform, or a format that this client can't use. Build it for"
                    + " that platform.";
    static final String FAILED_MIDWAY =
            "This is no denial: ECR, or something on the way to it, broke off the transfer. Try again. If it happens again, look"
                    + " at the proxy.";
    static final String NOT_TAKEN =
            "ECR knows who asks, but didn't accept what was pushed. Usual causes: the tag is immutable, or ECR doesn't know the"
                    + " manifest's form. The tool's log has ECR's answer.";
    static final String TRIED_AGAIN =
            "This text only says that the tool tries again. The reason stands in the events before it (kubectl describe pod), or"
                    + " in the kubelet's log.";
    static final String THROTTLED =
            "This is no denial: too many calls came at a time. Try again later, and with fewer at once.";

    // What has nothing to do with it.
    static final String OTHER_SERVICE =
            "Not a denial by ECR: another service refused {action}, so look at the policies for that.";
    static final String ROLE_NOT_TAKEN_ON =
            "Not a denial by ECR: nobody assumed the role, since STS refused {action}. The role's trust policy has to allow it to"
                    + " {caller} (to GitHub's provider by aud and sub, to Kubernetes by the service account), and the caller's own"
                    + " policies as well.";
    static final String UNKNOWN =
            "Not a denial by ECR, as far as this text shows. Paste the whole message, from “User:” or the image's name on.";

    private CauseWords() {}
}
