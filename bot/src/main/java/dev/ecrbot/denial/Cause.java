package dev.ecrbot.denial;

/**
 * What a text says happened: the half that it makes the one to look at, whether the text itself says so, and what to do. In the
 * sentences, words in braces are filled in by {@link Advice}.
 */
enum Cause {
    // What AWS says in its sentence about a refused request.
    NO_RESOURCE_ALLOW(
            Half.RESOURCE,
            "The policies of the repository and its registry have no Allow for {action}. {grant} {afterwards}"),
    RESOURCE_DENY(
            Half.RESOURCE,
            "A Deny in the policy of the repository or of its registry meets {caller}. A grant doesn't help: the Deny has to be"
                    + " narrowed."),
    NO_IDENTITY_ALLOW(
            Half.IDENTITY, "Allow {action} on {repository} in an identity policy of {caller}. {cache} {afterwards}"),
    IDENTITY_DENY(
            Half.IDENTITY,
            "A Deny in an identity policy of {caller} forbids it. No grant helps: whoever looks after that policy has to narrow it."),
    SERVICE_CONTROL(
            Half.OTHER,
            "A service control policy of the caller's organization forbids it. No grant helps: whoever looks after the"
                    + " organization has to change that policy."),
    RESOURCE_CONTROL(
            Half.OTHER,
            "A resource control policy of the registry's organization forbids it. No grant helps: whoever looks after the"
                    + " organization has to change that policy."),
    NO_ENDPOINT_ALLOW(
            Half.NETWORK,
            "The policy of the VPC endpoint (ecr.api or ecr.dkr) has no Allow for {action}: let it pass there. No grant helps."),
    ENDPOINT_DENY(
            Half.NETWORK,
            "A Deny in the policy of the VPC endpoint (ecr.api or ecr.dkr) forbids it: narrow it there. No grant helps."),
    SESSION_POLICY(
            Half.OTHER,
            "The session policy given to the session of {caller} doesn't let {action} pass: widen it where the session is made. No"
                    + " grant helps."),
    BOUNDARY(
            Half.OTHER,
            "The permissions boundary of {caller} doesn't let {action} pass: whoever set it has to widen it. No grant helps."),
    TRUST(
            Half.OTHER,
            "The trust policy of the role doesn't let {caller} take it on: it has to be allowed there. No grant helps."),
    DENY_SOMEWHERE(
            Half.OTHER,
            "A Deny forbids it, and the text doesn't say in which policy. No grant helps. Look in the repository's policy first, then"
                    + " in identity policies, boundaries and service control policies."),
    LOGIN_CALL(
            Half.IDENTITY,
            "No repository's policy decides on this call: allow ecr:GetAuthorizationToken on * in an identity policy of {caller}."),
    NO_REASON(Half.BOTH, Tried.REQUESTED, "{halves}"),

    // What clients, services and ECR itself say.
    NO_LOGIN(
            Half.LOGIN,
            "No login, or a bad one, reached {host}: log in to exactly this host, or let the credential helper do it, with an identity"
                    + " that has ecr:GetAuthorizationToken. {masked}"),
    LOGIN_BROKE(
            Half.LOGIN,
            "The login at {host} failed, and the text doesn't say why. What stands before this may: usual are credentials of AWS that are"
                    + " missing or expired, an identity without ecr:GetAuthorizationToken, and a way to ecr.api that is closed."),
    LOGIN_EXPIRED(Half.LOGIN, "The login has expired, as it does after 12 hours: log in to {host} again."),
    BAD_CREDENTIALS(
            Half.LOGIN,
            Tried.LOGIN,
            "There are no credentials that AWS takes: they are missing, wrong, expired, of another partition, or couldn't be fetched."
                    + " Get or renew them, then log in again."),
    NO_REGION(
            Half.LOGIN,
            Tried.LOGIN,
            "The tool doesn't know in which Region to ask for the login: set AWS_REGION, or --region, to the registry's Region, and"
                    + " log in again."),
    SANDBOX_IMAGE(
            Half.LOGIN,
            "containerd fetches the sandbox image without the kubelet's credentials: configure a login for {host} in containerd."),
    NO_SUCH_REPOSITORY(
            Half.NOTFOUND,
            "There is no repository {name} in {registry} in the Region that was asked. Check account, Region and name: tools look in"
                    + " the caller's own account unless they are told the registry's id, and a push makes no repository unless a"
                    + " creation template says so."),
    NO_SUCH_IMAGE(
            Half.NOTFOUND,
            "ECR has no such image there: check tag, digest, Region and registry. An archived image answers so, too."),
    NOT_FOUND_OR_REFUSED(
            Half.NOTFOUND,
            "The repository isn't there, or an older client hides a refusal behind this answer: check registry, Region and name, then"
                    + " both halves of the access."),
    LAMBDA_SOURCE(
            Half.NOTFOUND,
            "Lambda doesn't take this image, and doesn't say why: there is no such image or tag, it lies in another Region than the"
                    + " function, where Lambda doesn't look, or the service may not read it. Check them in this order."),
    HOST_UNREACHABLE(
            Half.NETWORK,
            Tried.LOGIN,
            "{host} can't be reached: check route, NAT, DNS and proxy. If it has a private address, that is the VPC endpoint"
                    + " com.amazonaws.{region}.ecr.dkr: check its security group."),
    LOGIN_UNREACHABLE(
            Half.NETWORK,
            "ecr.api can't be reached: check route, NAT, DNS and security group, or the VPC endpoint com.amazonaws.{region}.ecr.api."),
    UNTRUSTED_CERTIFICATE(
            Half.NETWORK,
            Tried.LOGIN,
            "The certificate of {host} isn't trusted: a proxy in between shows its own, or this machine lacks current CA certificates."
                    + " Install the proxy's CA where the client looks for it, and check the clock."),
    LAYERS(
            Half.NETWORK,
            Tried.NOTHING,
            "Login and manifest worked, the layers didn't: they come from S3. The policy of the S3 gateway endpoint must allow"
                    + " s3:GetObject on {bucket}/*, and the way there must be open."),
    REPLICATION(
            Half.RESOURCE,
            Tried.REPLICATION,
            "The policy of the destination's registry doesn't allow the source account ecr:ReplicateImage on this repository: check"
                    + " its Resource letter by letter, and the Region."),
    UPSTREAM(
            Half.OTHER,
            "No denial by a policy of this registry: its pull through cache couldn't read from the registry behind it. Whoever manages"
                    + " the cache has to look at the rule's secret in Secrets Manager, at its key, and whether the image is there."),
    LAMBDA(
            Half.RESOURCE,
            Tried.LISTED,
            "The repository's policy lacks the statement for lambda.amazonaws.com with the aws:sourceArn of that account's functions."
                    + " Ask: /ecr grant pull REPOSITORY lambda:ACCOUNT. Image and function have to be in one Region."),
    SERVICE_NOT_GRANTED(
            Half.RESOURCE,
            Tried.LISTED,
            "The repository's policy lacks a statement for {caller}. There is no grant for that service here, so whoever manages the"
                    + " policy has to add it."),
    AGENT_CORE(
            Half.IDENTITY,
            Tried.LISTED,
            "Allow ecr:GetAuthorizationToken on *, and ecr:BatchGetImage and ecr:GetDownloadUrlForLayer on {repository}, in an identity"
                    + " policy of the runtime's execution role. For a repository of another account, ask for pull for that role, too."),
    APP_RUNNER(
            Half.BOTH,
            Tried.LISTED,
            "Check both halves for the service's access role: its identity policy and, for a repository of another account, the"
                    + " repository's policy."),
    KMS(
            Half.OTHER,
            Tried.NOTHING,
            "The key refuses, not the repository. For Lambda with a repository of another account under a key of its own: create the"
                    + " function anew instead of updating it."),
    CODEBUILD_CREDENTIALS(
            Half.OTHER,
            Tried.NOTHING,
            "Set imagePullCredentialsType to SERVICE_ROLE in the CodeBuild project, and ask for pull for the project's service role."),
    PRINCIPAL_NOT_FOUND(
            Half.OTHER,
            Tried.POLICY,
            "No denial: a principal in the new policy doesn't exist, doesn't exist yet, or was deleted. Run policy lint on it; if the"
                    + " principal is new, try again after some seconds."),
    BAD_POLICY(
            Half.OTHER,
            Tried.POLICY,
            "No denial: ECR doesn't take the new policy. Run policy lint on it; usual are a Resource in a repository's policy, none in"
                    + " a registry's, a principal that doesn't exist, and a wildcard inside a principal."),
    NO_POLICY(
            Half.OTHER,
            "No denial: the repository has no policy of its own, so nobody of another account gets in by it. Ask for what you need."),
    TAG_TAKEN(
            Half.OTHER,
            "No denial by a policy: the tag is there already, and the repository lets no tag be moved. Push under another tag."),
    ORGANIZATION(
            Half.OTHER,
            "A policy of the organization forbids it. No grant helps: whoever looks after the organization has to change that policy."),
    PUSH_BROKE(
            Half.BOTH,
            "docker tried the push again and again without saying why. Usual are a permission for pushing that is missing, on either half,"
                    + " and a proxy on the way: CloudTrail in the registry's account has the refusal, if it is one."),
    CUT_OFF(
            Half.BOTH,
            Tried.NOTHING,
            "The text ends before it says why. Paste the whole message: ECS cuts it after 255 characters, and the log of the agent or"
                    + " of the kubelet has the rest."),
    EXISTS(Half.OTHER, "No denial: there is a repository of that name already, so it needn't be made."),
    DISK_FULL(Half.OTHER, "No denial: the disk of the machine that pulls, or of its runner, is full."),
    NOT_FITTING(
            Half.OTHER,
            "No denial: the image has nothing for this platform, or is of a kind that isn't taken here. Build it for that platform."),
    FAILED_MIDWAY(
            Half.OTHER,
            "No denial: ECR, or something on the way to it, broke off in the middle of it. Try again; if it stays so, look at a proxy."),
    NOT_TAKEN(
            Half.OTHER,
            "ECR knows who asks, and doesn't take what is pushed: usual are a tag that may not be moved and a manifest that it doesn't"
                    + " know. The tool's log has the answer's text."),
    TRIED_AGAIN(
            Half.OTHER,
            "This only says that it is tried again. Why stands in the events before it (kubectl describe pod), or in the kubelet's log."),
    THROTTLED(Half.OTHER, "No denial: too many calls at a time. Try again later, and with fewer at once."),

    // What has nothing to do with it.
    OTHER_SERVICE(
            Half.OTHER, "Not a denial by ECR: another service refused {action}, so look at the policies for that."),
    ROLE_NOT_TAKEN_ON(
            Half.OTHER,
            "Not a denial by ECR: the role was never taken on, since STS refused {action}. The role's trust policy has to allow it to"
                    + " {caller} (to GitHub's provider by aud and sub, to Kubernetes by the service account), and the caller's own policies"
                    + " as well."),
    UNKNOWN(
            Half.OTHER,
            "Not a denial by ECR, as far as this text shows. Paste the whole message, from “User:” or the image's name on.");

    private final Half half;
    private final Tried tried;
    private final String next;

    Cause(Half half, String next) {
        this(half, Tried.CALLED, next);
    }

    Cause(Half half, Tried tried, String next) {
        this.half = half;
        this.tried = tried;
        this.next = next;
    }

    Half half() {
        return half;
    }

    Tried tried() {
        return tried;
    }

    /** Returns what to do next, with gaps to fill in. */
    String next() {
        return next;
    }

    /** Returns what this is if the call was the login's. */
    Cause ofLogin() {
        return switch (this) {
            case NO_REASON, NO_IDENTITY_ALLOW -> LOGIN_CALL;
            case HOST_UNREACHABLE -> LOGIN_UNREACHABLE;
            default -> this;
        };
    }

    /** Returns whether the text tells of ECR at all. */
    boolean ofEcr() {
        return this != OTHER_SERVICE && this != ROLE_NOT_TAKEN_ON && this != UNKNOWN;
    }
}
