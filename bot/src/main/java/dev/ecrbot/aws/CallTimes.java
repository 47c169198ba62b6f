package dev.ecrbot.aws;

import dev.ecrbot.time.Took;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.retry.RetryUtils;

/** Times each call, its repetitions included, and tells what came of it: {@code ok}, {@code refused}, {@code throttled} or {@code failed}. */
record CallTimes(Took heard) implements ExecutionInterceptor {
    private static final ExecutionAttribute<Long> BEGAN = new ExecutionAttribute<>("ecr-bot.began");

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(BEGAN, System.nanoTime());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        ended(attributes, "ok");
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        ended(attributes, outcome(context.exception()));
    }

    private void ended(ExecutionAttributes attributes, String outcome) {
        heard.since(
                attributes.getAttribute(BEGAN), attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), outcome);
    }

    private static String outcome(Throwable failure) {
        if (failure instanceof SdkException known && RetryUtils.isThrottlingException(known)) {
            return "throttled";
        }
        return failure instanceof AwsServiceException answer && answer.statusCode() < 500 ? "refused" : "failed";
    }
}
