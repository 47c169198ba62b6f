package dev.ecrbot.aws;

import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What may be told of a failure.
 *
 * <p>Never its message as it is: the one of a wrong signature repeats the request with its session token, and for the
 * same reason no failure of the SDK is handed on as a cause that somebody might log.
 */
final class FailureText {

    private static final int SHOWN = 300;

    private FailureText() {}

    /** Returns the failure for the log: code, status and request id, or the kinds of exception. */
    static String of(Throwable failure) {
        if (failure instanceof AwsServiceException answer) {
            return code(answer) + ", status " + answer.statusCode() + ", request " + requestId(answer);
        }
        return String.join(
                " by ",
                causes(failure).map(cause -> cause.getClass().getSimpleName()).toList());
    }

    /** Returns AWS's code for the failure, or what stands for it where AWS named none. */
    static String code(AwsServiceException answer) {
        return errorCode(answer).orElse("HTTP " + answer.statusCode() + " without a code");
    }

    static Optional<String> errorCode(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .filter(code -> code.matches("[A-Za-z0-9.]{1,80}"));
    }

    /** Returns AWS's own words, capped and on one line; only for codes whose message holds nothing of the request's headers. */
    static String words(AwsServiceException answer) {
        String words = Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .orElse("")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                .strip();
        return words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
    }

    /** Returns AWS's id of the request, empty where AWS sent none. */
    static String requestId(AwsServiceException answer) {
        return Optional.ofNullable(answer.requestId()).orElse("");
    }

    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
