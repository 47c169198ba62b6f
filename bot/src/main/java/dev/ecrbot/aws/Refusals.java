package dev.ecrbot.aws;

import static java.util.Map.entry;

import dev.ecrbot.problem.AwsProblems;
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
        return AwsProblems.answerLost(call.thing(), reason);
    }

    /** Returns how a call failed without a refusal, as the end of a sentence. */
    static String reason(RuntimeException failure) {
        if (failure instanceof AwsServiceException answer) {
            return AwsProblems.answered(FailureText.code(answer));
        }
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return AwsProblems.tooSlow();
        }
        if (!Certainty.withoutEffect(failure) && FailureText.causes(failure).noneMatch(IOException.class::isInstance)) {
            return AwsProblems.answerNotUnderstood();
        }
        return Certainty.withoutEffect(failure) ? AwsProblems.unreachable() : AwsProblems.connectionBroke();
    }

    /** Returns the problem of an answer that says “done” and lacks what it should hold. */
    static Problem hollow(Call call) {
        return AwsProblems.policyMissing(call.subject());
    }

    private static Problem silent(Call call, RuntimeException failure) {
        return AwsProblems.unanswered(call.subject(), reason(failure));
    }

    private static Problem broken(Call call, AwsServiceException answer) {
        return AwsProblems.broken(call.subject(), FailureText.code(answer));
    }

    private static Problem throttled(Call call) {
        return AwsProblems.throttled(call.subject(), call.operation().toString());
    }

    private static Problem noRepository(Call call) {
        return AwsProblems.noRepository(call.subject());
    }

    private static Problem noPolicy(Call call) {
        return AwsProblems.noPolicy(call.subject());
    }

    private static Problem invalid(Call call, AwsServiceException answer) {
        return call.operation().writes()
                ? AwsProblems.policyRefused(
                        call.subject(), FailureText.code(answer), FailureText.words(answer), call.ofRegistry())
                : AwsProblems.callRefused(call.subject(), FailureText.code(answer), FailureText.words(answer));
    }

    private static Problem limit(Call call) {
        return AwsProblems.limitReached(call.subject());
    }

    private static Problem key(Call call) {
        return AwsProblems.keyUnusable(call.subject());
    }

    private static Problem denied(Call call) {
        if (call.ofRegistry()) {
            return AwsProblems.deniedOnRegistry(call.subject(), call.operation().permission(), call.identity());
        }
        return AwsProblems.denied(call.subject(), call.operation().permission(), call.arn(), call.identity());
    }

    private static Problem expired(Call call, AwsServiceException answer) {
        return AwsProblems.credentialsExpired(call.subject(), FailureText.code(answer), call.identity());
    }

    private static Problem stranger(Call call, AwsServiceException answer) {
        return AwsProblems.credentialsUnknown(
                call.subject(), FailureText.code(answer), call.registry().account());
    }

    private static Problem signature(Call call, AwsServiceException answer) {
        return AwsProblems.signatureWrong(call.subject(), FailureText.code(answer));
    }

    private static Problem unknown(Call call, AwsServiceException answer) {
        return AwsProblems.answerUnknown(call.subject(), FailureText.code(answer), FailureText.requestId(answer));
    }
}
