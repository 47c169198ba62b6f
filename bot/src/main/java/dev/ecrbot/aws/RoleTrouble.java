package dev.ecrbot.aws;

import dev.ecrbot.config.Registry;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.RoleProblems;
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
            return RoleProblems.noCredentials(registry.name());
        }
        if (failure instanceof AwsServiceException refusal) {
            return answered(refusal, role.get(), registry);
        }
        if (unreachable(failure)) {
            return RoleProblems.stsUnreachable(
                    role.get(), registry.name(), registry.regions().get(0));
        }
        return RoleProblems.noCredentialsForRole(role.get(), registry.name());
    }

    private static Problem answered(AwsServiceException refusal, String role, Registry registry) {
        String code = FailureText.code(refusal);
        if (RetryUtils.isThrottlingException(refusal)) {
            return RoleProblems.throttled(role, registry.name(), code);
        }
        if (refusal.statusCode() >= 500) {
            return RoleProblems.stsBroken(role, registry.name(), code);
        }
        Matcher attribution = ATTRIBUTION.matcher(FailureText.words(refusal));
        return attribution.find()
                ? RoleProblems.attributionRefused(role, registry.name(), code, attribution.group())
                : refused(role, registry, code);
    }

    /** It isn't always the role: STS looks first at who asks, and when. */
    private static Problem refused(String role, Registry registry, String code) {
        return switch (code) {
            case "ExpiredToken", "ExpiredTokenException", "RequestExpired" ->
                RoleProblems.credentialsExpired(role, registry.name(), code);
            case "InvalidClientTokenId",
                    "UnrecognizedClientException",
                    "MissingAuthenticationToken",
                    "MissingAuthenticationTokenException" ->
                RoleProblems.credentialsUnknown(role, registry.name(), code);
            case "SignatureDoesNotMatch",
                    "InvalidSignatureException",
                    "IncompleteSignature",
                    "IncompleteSignatureException" -> RoleProblems.signatureWrong(role, registry.name(), code);
            case "RegionDisabledException" ->
                RoleProblems.stsNotActivated(
                        role, registry.name(), code, registry.regions().get(0));
            default -> RoleProblems.refused(role, registry.name(), code);
        };
    }

    private static boolean unreachable(RuntimeException failure) {
        return failure instanceof ApiCallTimeoutException
                || failure instanceof ApiCallAttemptTimeoutException
                || FailureText.causes(failure).anyMatch(IOException.class::isInstance);
    }
}
