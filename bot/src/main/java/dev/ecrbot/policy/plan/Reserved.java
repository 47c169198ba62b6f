package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.Statement;
import java.util.Optional;

/**
 * The statement that AWS Lambda adds by itself to repositories of its own account, and needs.
 *
 * @see <a href="https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2493">Where it was noticed</a>
 */
final class Reserved {
    static final String SID = "LambdaECRImageRetrievalPolicy";

    private Reserved() {}

    static boolean is(Statement statement) {
        return statement.sid().equals(Optional.of(SID));
    }
}
