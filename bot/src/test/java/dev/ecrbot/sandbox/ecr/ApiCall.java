package dev.ecrbot.sandbox.ecr;

import java.time.Instant;
import java.util.Map;

/**
 * A call that arrived, whatever became of it.
 *
 * @param resource the ARN it is about
 * @param arguments what it was called with, as text
 */
public record ApiCall(
        Instant at, ApiOperation operation, Caller caller, String resource, Map<String, String> arguments) {
    public ApiCall {
        arguments = Map.copyOf(arguments);
    }
}
