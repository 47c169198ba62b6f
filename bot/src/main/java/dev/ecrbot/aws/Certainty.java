package dev.ecrbot.aws;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.retry.RetryUtils;

/** Tells failures after which nothing can have changed from those after which nobody knows. */
final class Certainty {

    /** AWS gave up waiting for the request; what it had read of it by then is not told. */
    private static final Set<String> TIMED_OUT = Set.of("RequestTimeout", "RequestTimeoutException");

    private Certainty() {}

    /** Returns whether the call can't have had any effect, and can't have one later. */
    static boolean withoutEffect(RuntimeException failure) {
        if (failure instanceof AwsServiceException answer) {
            return RetryUtils.isThrottlingException(answer) || refused(answer);
        }
        return neverSent(failure);
    }

    /** A refusal without one of AWS's codes may come from anything between here and AWS, and says nothing of AWS. */
    private static boolean refused(AwsServiceException answer) {
        return answer.statusCode() >= 400
                && answer.statusCode() < 500
                && answer.statusCode() != 408
                && FailureText.errorCode(answer)
                        .filter(code -> !TIMED_OUT.contains(code))
                        .isPresent();
    }

    /** Both are thrown while a connection is made, before there is one to send anything on. */
    private static boolean neverSent(RuntimeException failure) {
        return FailureText.causes(failure)
                .anyMatch(cause -> cause instanceof ConnectException || cause instanceof UnknownHostException);
    }
}
