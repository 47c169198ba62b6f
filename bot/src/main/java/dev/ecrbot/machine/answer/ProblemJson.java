package dev.ecrbot.machine.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;

/** Writes a problem, and knows the status that goes with it. */
public final class ProblemJson {
    private ProblemJson() {}

    public static Outcome of(Problem problem) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("error").setAll(fields(problem));
        return new Outcome(status(problem.code()), json);
    }

    static ObjectNode fields(Problem problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", problem.code().label())
                .put("what", problem.what())
                .put("next", problem.next());
    }

    private static int status(Code code) {
        return switch (code) {
            case MACHINE_UNPROVEN -> 401;
            case MACHINE_UNKNOWN, MACHINE_REFUSED, PERSON_REFUSED, REQUESTER_REFUSED, VIEWER_REFUSED, CANCEL_REFUSED ->
                403;
            case REQUEST_NOT_FOUND, REPOSITORY_NOT_FOUND -> 404;
            case KEY_REUSED, REQUEST_DECIDED -> 409;
            case LIMIT_MACHINE, LIMIT_COMMANDS, LIMIT_PENDING, LIMIT_GRANTS, LIMIT_CLICKS -> 429;
            case CALL_MALFORMED,
                    COMMAND_UNKNOWN,
                    COMMAND_MALFORMED,
                    ACCESS_UNKNOWN,
                    REPOSITORY_MALFORMED,
                    ACCOUNT_UNKNOWN,
                    PRINCIPAL_MALFORMED,
                    DURATION_MALFORMED -> 400;
            case INTERNAL -> 500;
            case BUSY, STOPPING, STORE_UNAVAILABLE, SLACK_UNAVAILABLE, PERSON_UNKNOWN, AWS_UNAVAILABLE, AWS_THROTTLED ->
                503;
            default -> 422;
        };
    }
}
