package dev.ecrbot.aws;

import static java.util.Map.entry;

import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;

/**
 * Turns what the SDK throws into a problem that says what happened to which repository, and what to do.
 *
 * <p>Codes as in ECR's service model and the errors common to all services.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/CommonErrors.html">Common errors</a>
 */
final class Refusals {

    private static final Map<String, BiFunction<Call, AwsServiceException, Problem>> BY_CODE = Map.ofEntries(
            entry("RepositoryNotFoundException", (call, answer) -> noRepository(call)),
            entry("RepositoryPolicyNotFoundException", (call, answer) -> noPolicy(call)),
            entry("InvalidParameterException", Refusals::invalid),
            entry("ValidationException", Refusals::invalid),
            entry("LimitExceededException", (call, answer) -> limit(call)),
            entry("KmsException", (call, answer) -> key(call)),
            entry("ServerException", Refusals::broken),
            entry("AccessDeniedException", (call, answer) -> denied(call)),
            entry("AccessDenied", (call, answer) -> denied(call)),
            entry("UnauthorizedOperation", (call, answer) -> denied(call)),
            entry("OptInRequired", (call, answer) -> denied(call)),
            entry("ExpiredTokenException", Refusals::expired),
            entry("ExpiredToken", Refusals::expired),
            entry("RequestExpired", Refusals::expired),
            entry("UnrecognizedClientException", Refusals::stranger),
            entry("InvalidClientTokenId", Refusals::stranger),
            entry("MissingAuthenticationToken", Refusals::stranger),
            entry("MissingAuthenticationTokenException", Refusals::stranger),
            entry("InvalidSignatureException", Refusals::signature),
            entry("SignatureDoesNotMatch", Refusals::signature),
            entry("IncompleteSignature", Refusals::signature),
            entry("IncompleteSignatureException", Refusals::signature));

    private static final String LATER =
            "Try again in a few minutes; if this keeps happening, look at the AWS Health Dashboard and at the network between the bot"
                    + " and AWS.";

    private Refusals() {}

    /** Returns the problem that a failed call means. */
    static Problem of(RuntimeException failure, Call call) {
        if (failure instanceof SdkException known && RetryUtils.isThrottlingException(known)) {
            return throttled(call);
        }
        if (failure instanceof AwsServiceException answer) {
            return FailureText.errorCode(answer)
                    .flatMap(code -> Optional.ofNullable(BY_CODE.get(code)))
                    .map(known -> known.apply(call, answer))
                    .orElseGet(() -> answer.statusCode() >= 500 ? broken(call, answer) : unknown(call, answer));
        }
        return silent(call, failure);
    }

    /** Returns the problem of a write whose answer got lost. */
    static Problem lost(Call call, String reason) {
        return new Problem(
                Code.AWS_UNAVAILABLE,
                "AWS's answer to the change of the policy of " + call.thing() + " got lost: " + reason
                        + ". The change may or may not have taken effect.",
                "The bot reads the policy again to find out. Wait for what it finds before you ask again.");
    }

    /** Returns how a call failed without a refusal, as the end of a sentence. */
    static String reason(RuntimeException failure) {
        if (failure instanceof AwsServiceException answer) {
            return "AWS answered " + FailureText.code(answer);
        }
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return "AWS did not answer in time";
        }
        if (!Certainty.withoutEffect(failure) && FailureText.causes(failure).noneMatch(IOException.class::isInstance)) {
            return "the bot could not understand AWS's answer";
        }
        return Certainty.withoutEffect(failure) ? "AWS could not be reached" : "the connection to AWS broke";
    }

    /** Returns the problem of an answer that says “done” and lacks what it should hold. */
    static Problem hollow(Call call) {
        return problem(Code.AWS_UNAVAILABLE, call, "AWS's answer holds no policy text.", LATER);
    }

    private static Problem problem(Code code, Call call, String what, String next) {
        return new Problem(code, call.subject() + " " + what, next);
    }

    private static Problem silent(Call call, RuntimeException failure) {
        return problem(Code.AWS_UNAVAILABLE, call, reason(failure) + ".", LATER);
    }

    private static Problem broken(Call call, AwsServiceException answer) {
        return problem(Code.AWS_UNAVAILABLE, call, "AWS answered " + FailureText.code(answer) + ".", LATER);
    }

    private static Problem throttled(Call call) {
        return problem(
                Code.AWS_THROTTLED,
                call,
                "AWS throttles calls like this one in that account and Region, and did so at each try.",
                "Try again in a few minutes; if this keeps happening, find out who else calls " + call.operation()
                        + " there.");
    }

    private static Problem noRepository(Call call) {
        return problem(
                Code.REPOSITORY_NOT_FOUND,
                call,
                "there is no such repository.",
                "Check its name and the Region: a repository of that name in another Region is another repository.");
    }

    private static Problem noPolicy(Call call) {
        return problem(
                Code.AWS_POLICY_REFUSED,
                call,
                "it has none any more.",
                "Ask for the change again: it starts from the policy as it is now.");
    }

    private static Problem invalid(Call call, AwsServiceException answer) {
        String refused = "AWS refused it with " + FailureText.code(answer) + ": “" + FailureText.words(answer) + "”.";
        return call.operation().writes()
                ? problem(
                        Code.AWS_POLICY_REFUSED,
                        call,
                        refused,
                        "Compare the policy that was shown with AWS's rules for "
                                + (call.ofRegistry() ? "registry" : "repository")
                                + " policies; the live policy is unchanged.")
                : problem(
                        Code.INTERNAL,
                        call,
                        refused,
                        "Tell whoever runs the bot: it sent AWS a call that AWS can't accept.");
    }

    private static Problem limit(Call call) {
        return problem(
                Code.AWS_POLICY_REFUSED,
                call,
                "a limit of the account is reached.",
                "Look at the quotas of Amazon ECR in that account and Region, and ask AWS to raise the one that is used up.");
    }

    private static Problem key(Call call) {
        return problem(
                Code.AWS_UNAVAILABLE,
                call,
                "ECR could not use the KMS key that the repository is encrypted with.",
                "Check that the key is enabled and that its policy and grants still let ECR use it.");
    }

    private static Problem denied(Call call) {
        if (call.ofRegistry()) {
            return problem(
                    Code.AWS_ACCESS_DENIED,
                    call,
                    "AWS denied the bot " + call.operation().permission() + ".",
                    "Allow that action, on the resource *, in a policy of " + call.identity()
                            + " (the template registry-role.yaml has a parameter for it); if it is allowed there, look"
                            + " for a Deny in its permissions boundary and in an SCP.");
        }
        return problem(
                Code.AWS_ACCESS_DENIED,
                call,
                "AWS denied the bot " + call.operation().permission() + " on " + call.arn() + ".",
                "Allow that action on that ARN in a policy of " + call.identity()
                        + "; if it is allowed there, look for a Deny in its permissions boundary, in an SCP and in the"
                        + " repository's own policy.");
    }

    private static Problem expired(Call call, AwsServiceException answer) {
        return problem(
                Code.AWS_ACCESS_DENIED,
                call,
                "AWS answered " + FailureText.code(answer)
                        + ": the bot's credentials have run out, or its clock is wrong.",
                "Check the clock of the bot's machine, and renew the credentials of " + call.identity() + ".");
    }

    private static Problem stranger(Call call, AwsServiceException answer) {
        return problem(
                Code.AWS_ACCESS_DENIED,
                call,
                "AWS answered " + FailureText.code(answer) + ": it does not know the bot's credentials.",
                "Check which credentials the bot's process finds, and that the Region is enabled in account "
                        + call.registry().account() + ".");
    }

    private static Problem signature(Call call, AwsServiceException answer) {
        return problem(
                Code.AWS_ACCESS_DENIED,
                call,
                "AWS answered " + FailureText.code(answer) + ": the request's signature is wrong.",
                "Check the secret key that the bot's process finds, the clock of its machine, and that no proxy alters"
                        + " requests.");
    }

    private static Problem unknown(Call call, AwsServiceException answer) {
        return problem(
                Code.AWS_UNAVAILABLE,
                call,
                "AWS, or a proxy before it, answered " + FailureText.code(answer) + ".",
                "Look up AWS's request " + FailureText.requestId(answer)
                        + " in the bot's log, and check the network between the bot and AWS.");
    }
}
