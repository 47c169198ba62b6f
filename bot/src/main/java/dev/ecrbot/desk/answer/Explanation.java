package dev.ecrbot.desk.answer;

import dev.ecrbot.denial.Denial;
import dev.ecrbot.desk.sight.Copies;
import dev.ecrbot.ecr.IdentityPolicy;
import java.util.Optional;

/**
 * What a pasted error means, by its words and by the policies as they are. It can hold what only the person who pasted the
 * error may see, so its string form is empty of that.
 *
 * @param ask the words after {@code /ecr} that ask for what is missing
 * @param copies where the images come from, where what is given there may have been taken for given here
 * @param identity what the caller's own account has to allow, where that is missing or may be
 */
public record Explanation(
        Denial denial,
        Look look,
        Conclusion conclusion,
        Copies copies,
        Optional<String> ask,
        Optional<IdentityPolicy> identity)
        implements Finding {
    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.explanation(this);
    }
}
