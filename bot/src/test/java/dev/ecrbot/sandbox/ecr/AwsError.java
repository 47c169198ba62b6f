package dev.ecrbot.sandbox.ecr;

import java.io.Serial;

/** A refusal as AWS writes it: code, HTTP status and message. */
public final class AwsError extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final int status;

    public AwsError(String code, int status, String message) {
        super(message, null, false, false);
        this.code = code;
        this.status = status;
    }

    /** Returns AWS's code, {@code RepositoryNotFoundException} for example. */
    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    /** Returns AWS's words. */
    public String message() {
        return String.valueOf(getMessage());
    }

    static AwsError invalid(String parameter, String constraint) {
        return new AwsError(
                "InvalidParameterException",
                400,
                "Invalid parameter at '" + parameter + "' failed to satisfy constraint: '" + constraint + "'");
    }

    /** The newer answer to a role or user that AWS can't find; it never says which. */
    public static AwsError principalNotFound() {
        return invalid("PolicyText", "Principal not found");
    }

    static AwsError invalidPolicy(String kind) {
        return invalid("PolicyText", "Invalid " + kind + " policy provided");
    }

    static AwsError noRepository(String name, Place place) {
        return new AwsError(
                "RepositoryNotFoundException",
                400,
                "The repository with name '" + name + "' does not exist in the registry with id '" + place.account()
                        + "'");
    }

    static AwsError noRepositoryPolicy(String name, Place place) {
        return new AwsError(
                "RepositoryPolicyNotFoundException",
                400,
                "Repository policy does not exist for the repository with name '" + name + "' in the registry with id '"
                        + place.account() + "'");
    }

    static AwsError noRegistryPolicy(Place place) {
        return new AwsError(
                "RegistryPolicyNotFoundException",
                400,
                "Registry policy does not exist in the registry with id '" + place.account() + "'");
    }

    static AwsError throttled() {
        return new AwsError("ThrottlingException", 400, "Rate exceeded");
    }

    static AwsError server() {
        return new AwsError("ServerException", 500, "Service unavailable. Please try again later.");
    }

    static AwsError denied(Caller caller, String permission, String arn, String why) {
        return new AwsError(
                "AccessDeniedException",
                400,
                "User: " + caller.arn() + " is not authorized to perform: " + permission + " on resource: " + arn
                        + " because no " + why + " policy allows the " + permission + " action");
    }
}
