package dev.ecrbot.aws;

import dev.ecrbot.config.Registry;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.retry.RetryUtils;

/** Turns what kept the bot from credentials for a registry into a problem that says what to do. */
final class RoleTrouble {

    /** STS names the permission that is lacking: assuming a role needs another one for a source identity, and for tags. */
    private static final Pattern ATTRIBUTION = Pattern.compile("sts:(SetSourceIdentity|TagSession)");

    private RoleTrouble() {}

    static Problem of(RuntimeException failure, Registry registry) {
        Optional<String> role = registry.role();
        if (role.isEmpty()) {
            return new Problem(
                    Code.AWS_ACCESS_DENIED,
                    "The bot found no AWS credentials for registry " + registry.name() + ".",
                    "Give the process credentials (an instance, task or pod role, or the SDK's variables), or configure"
                            + " a role for this registry.");
        }
        String failed = "The bot could not assume role " + role.get() + " for registry " + registry.name() + ": ";
        if (failure instanceof AwsServiceException refusal) {
            return answered(refusal, failed, registry);
        }
        if (unreachable(failure)) {
            return new Problem(
                    Code.AWS_UNAVAILABLE,
                    failed + "STS could not be reached or did not answer in time.",
                    "Try again in a few minutes; if this keeps happening, check the network between the bot and STS in "
                            + registry.regions().get(0) + ".");
        }
        return new Problem(
                Code.AWS_ROLE_NOT_ASSUMED,
                failed + "the process has no AWS credentials of its own to do so.",
                "Give the process credentials (an instance, task or pod role, or the SDK's variables) that the role's"
                        + " trust policy names.");
    }

    private static Problem answered(AwsServiceException refusal, String failed, Registry registry) {
        String answered = failed + "STS answered " + FailureText.code(refusal) + ".";
        if (RetryUtils.isThrottlingException(refusal)) {
            return new Problem(
                    Code.AWS_THROTTLED,
                    answered,
                    "Try again in a few minutes; if this keeps happening, find out who else calls AssumeRole in that account.");
        }
        if (refusal.statusCode() >= 500) {
            return new Problem(
                    Code.AWS_UNAVAILABLE,
                    answered,
                    "Try again in a few minutes; if this keeps happening, look at the AWS Health Dashboard.");
        }
        Matcher attribution = ATTRIBUTION.matcher(FailureText.words(refusal));
        return attribution.find()
                ? unattributed(attribution.group(), answered, registry)
                : new Problem(Code.AWS_ROLE_NOT_ASSUMED, answered, mend(FailureText.code(refusal), registry));
    }

    /** It isn't always the role: STS looks first at who asks, and when. */
    private static String mend(String code, Registry registry) {
        return switch (code) {
            case "ExpiredToken", "ExpiredTokenException", "RequestExpired" ->
                "Check the clock of the bot's machine, and renew the credentials that its process has of its own.";
            case "InvalidClientTokenId",
                    "UnrecognizedClientException",
                    "MissingAuthenticationToken",
                    "MissingAuthenticationTokenException" ->
                "Check which credentials the bot's process finds: AWS doesn't know them.";
            case "SignatureDoesNotMatch",
                    "InvalidSignatureException",
                    "IncompleteSignature",
                    "IncompleteSignatureException" ->
                "Check the secret key that the bot's process finds, the clock of its machine, and that no proxy alters"
                        + " requests.";
            case "RegionDisabledException" ->
                "Have STS activated for " + registry.regions().get(0)
                        + " in the bot's own account (IAM > Account settings), or name another Region first.";
            default ->
                "Check that the role exists, that its trust policy lets the bot's own identity call sts:AssumeRole,"
                        + " and that this identity is allowed to.";
        };
    }

    private static Problem unattributed(String permission, String answered, Registry registry) {
        return new Problem(
                Code.AWS_ATTRIBUTION_REFUSED,
                answered + " To say for whom it acts, the bot needs " + permission + ".",
                "Allow " + permission + " in the role's trust policy and in a policy of the bot's own identity (the"
                        + " template registry-role.yaml does both), or configure attribution: request for registry "
                        + registry.name() + ".");
    }

    private static boolean unreachable(RuntimeException failure) {
        return failure instanceof ApiCallTimeoutException
                || failure instanceof ApiCallAttemptTimeoutException
                || FailureText.causes(failure).anyMatch(IOException.class::isInstance);
    }
}
