package dev.ecrbot.desk.answer;

import dev.ecrbot.denial.Denial;
import dev.ecrbot.ecr.IdentityPolicy;
import java.util.Optional;

/**
 * What a pasted error means, by its words and by the policies as they are. It can hold what only the person who pasted the
 * error may see, so its string form is empty of that.
 *
 * @param ask the words after {@code /ecr} that ask for what is missing
 * @param identity what the caller's own account has to allow, where that is missing or may be
 */
public record Explanation(
        Denial denial, Look look, Conclusion conclusion, Optional<String> ask, Optional<IdentityPolicy> identity)
        implements Finding {
    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.explanation(this);
    }
}
