package dev.ecrbot.desk.answer;

import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.source.CodeForm;

/**
 * A repository's policy as code, read just now.
 *
 * @param none whether the repository has no policy, so that the code is of an empty one
 */
public record Exported(Repository repository, CodeForm form, String code, boolean none) implements Finding {
    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.exported(this);
    }
}
