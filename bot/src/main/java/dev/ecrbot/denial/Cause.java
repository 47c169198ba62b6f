package dev.ecrbot.denial;

/**
 * What a text says happened: the half that it makes the one to look at, how it shows what was tried, and what to do, in the
 * sentences of {@link CauseWords}.
 */
enum Cause {
    // What AWS says in its sentence about a refused request.
    NO_RESOURCE_ALLOW(Half.RESOURCE, CauseWords.NO_RESOURCE_ALLOW),
    RESOURCE_DENY(Half.RESOURCE, CauseWords.RESOURCE_DENY),
    NO_IDENTITY_ALLOW(Half.IDENTITY, CauseWords.NO_IDENTITY_ALLOW),
    IDENTITY_DENY(Half.IDENTITY, CauseWords.IDENTITY_DENY),
    SERVICE_CONTROL(Half.OTHER, CauseWords.SERVICE_CONTROL),
    RESOURCE_CONTROL(Half.OTHER, CauseWords.RESOURCE_CONTROL),
    NO_ENDPOINT_ALLOW(Half.NETWORK, CauseWords.NO_ENDPOINT_ALLOW),
    ENDPOINT_DENY(Half.NETWORK, CauseWords.ENDPOINT_DENY),
    SESSION_POLICY(Half.OTHER, CauseWords.SESSION_POLICY),
    BOUNDARY(Half.OTHER, CauseWords.BOUNDARY),
    TRUST(Half.OTHER, CauseWords.TRUST),
    DENY_SOMEWHERE(Half.OTHER, CauseWords.DENY_SOMEWHERE),
    LOGIN_CALL(Half.IDENTITY, CauseWords.LOGIN_CALL),
    NO_REASON(Half.BOTH, Tried.REQUESTED, CauseWords.NO_REASON),

    // What clients, services and ECR itself say.
    NO_LOGIN(Half.LOGIN, CauseWords.NO_LOGIN),
    LOGIN_BROKE(Half.LOGIN, CauseWords.LOGIN_BROKE),
    NO_HELPER(Half.LOGIN, CauseWords.NO_HELPER),
    LOGIN_EXPIRED(Half.LOGIN, CauseWords.LOGIN_EXPIRED),
    BAD_CREDENTIALS(Half.LOGIN, Tried.LOGIN, CauseWords.BAD_CREDENTIALS),
    NO_REGION(Half.LOGIN, Tried.LOGIN, CauseWords.NO_REGION),
    SANDBOX_IMAGE(Half.LOGIN, CauseWords.SANDBOX_IMAGE),
    NO_SUCH_REPOSITORY(Half.NOTFOUND, CauseWords.NO_SUCH_REPOSITORY),
    NO_SUCH_IMAGE(Half.NOTFOUND, CauseWords.NO_SUCH_IMAGE),
    NOT_FOUND_OR_REFUSED(Half.NOTFOUND, CauseWords.NOT_FOUND_OR_REFUSED),
    LAMBDA_SOURCE(Half.NOTFOUND, CauseWords.LAMBDA_SOURCE),
    HOST_UNREACHABLE(Half.NETWORK, Tried.LOGIN, CauseWords.HOST_UNREACHABLE),
    LOGIN_UNREACHABLE(Half.NETWORK, CauseWords.LOGIN_UNREACHABLE),
    UNTRUSTED_CERTIFICATE(Half.NETWORK, Tried.LOGIN, CauseWords.UNTRUSTED_CERTIFICATE),
    LAYERS(Half.NETWORK, Tried.NOTHING, CauseWords.LAYERS),
    REPLICATION(Half.RESOURCE, Tried.REPLICATION, CauseWords.REPLICATION),
    UPSTREAM(Half.OTHER, CauseWords.UPSTREAM),
    LAMBDA(Half.RESOURCE, Tried.LISTED, CauseWords.LAMBDA),
    SERVICE_NOT_GRANTED(Half.RESOURCE, Tried.LISTED, CauseWords.SERVICE_NOT_GRANTED),
    AGENT_CORE(Half.IDENTITY, Tried.LISTED, CauseWords.AGENT_CORE),
    APP_RUNNER(Half.BOTH, Tried.LISTED, CauseWords.APP_RUNNER),
    KMS(Half.OTHER, Tried.NOTHING, CauseWords.KMS),
    CODEBUILD_CREDENTIALS(Half.OTHER, Tried.NOTHING, CauseWords.CODEBUILD_CREDENTIALS),
    PRINCIPAL_NOT_FOUND(Half.OTHER, Tried.POLICY, CauseWords.PRINCIPAL_NOT_FOUND),
    BAD_POLICY(Half.OTHER, Tried.POLICY, CauseWords.BAD_POLICY),
    NO_POLICY(Half.OTHER, CauseWords.NO_POLICY),
    TAG_TAKEN(Half.OTHER, CauseWords.TAG_TAKEN),
    ORGANIZATION(Half.OTHER, CauseWords.ORGANIZATION),
    PUSH_BROKE(Half.BOTH, CauseWords.PUSH_BROKE),
    CUT_OFF(Half.BOTH, Tried.NOTHING, CauseWords.CUT_OFF),
    EXISTS(Half.OTHER, CauseWords.EXISTS),
    DISK_FULL(Half.OTHER, CauseWords.DISK_FULL),
    NOT_FITTING(Half.OTHER, CauseWords.NOT_FITTING),
    FAILED_MIDWAY(Half.OTHER, CauseWords.FAILED_MIDWAY),
    NOT_TAKEN(Half.OTHER, CauseWords.NOT_TAKEN),
    TRIED_AGAIN(Half.OTHER, CauseWords.TRIED_AGAIN),
    THROTTLED(Half.OTHER, CauseWords.THROTTLED),

    // What has nothing to do with it.
    OTHER_SERVICE(Half.OTHER, CauseWords.OTHER_SERVICE),
    ROLE_NOT_TAKEN_ON(Half.OTHER, CauseWords.ROLE_NOT_TAKEN_ON),
    UNKNOWN(Half.OTHER, CauseWords.UNKNOWN);

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
