package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.policy.evaluation.OtherPolicies;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers the lines of {@code policy can --batch}, the bad ones too.
 *
 * @param others the policies beside, where a line doesn't say better
 * @param lenient whether policies are judged that AWS would refuse
 */
record BatchAnswers(Optional<OtherPolicies> others, Instant now, boolean lenient) {

    /** Returns the answer, or an object with what is wrong with the line under {@code error}. */
    ObjectNode answer(String line) {
        try {
            if (line.length() > Lines.LONGEST) {
                throw new BadInput("The line is longer than " + Lines.LONGEST + " characters.");
            }
            return BatchLine.answer(line, this);
        } catch (BadInput e) {
            return JsonNodeFactory.instance.objectNode().put("error", e.getMessage());
        }
    }
}
