package dev.ecrbot.desk.answer;

import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.OtherTool;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.policy.Principal;
import java.util.List;
import java.util.Optional;

/**
 * Where policies differ from what is on record; one page of it.
 *
 * @param grants how many grants were compared
 * @param unread how many could not be, since their policy hasn't been read since they were given
 */
public record Drift(
        List<Difference> differences, long grants, long unread, long hidden, Paging paging, Coverage coverage)
        implements Finding {
    public Drift {
        differences = List.copyOf(differences);
    }

    /**
     * One of them.
     *
     * @param grant the grant that isn't in the policy as it was written; none if a statement has no grant
     * @param sid of the statement that has no grant
     * @param ask what to type about it, after {@code /ecr}
     * @param writer what else writes the policy, by the repository's tags
     */
    public record Difference(
            Target target,
            Principal principal,
            Access access,
            Optional<GrantId> grant,
            Optional<String> sid,
            String ask,
            Writer writer) {
        Difference by(Writer found) {
            return new Difference(target, principal, access, grant, sid, ask, found);
        }
    }

    /**
     * What is known of another tool that writes a policy.
     *
     * @param looked whether the repository's tags were looked at; there are none to look at where a grant is for several at once
     * @param tool of which the tags tell; empty also where they can't be read
     */
    public record Writer(boolean looked, Optional<OtherTool> tool) {
        static final Writer UNLOOKED = new Writer(false, Optional.empty());

        static Writer of(Optional<OtherTool> tool) {
            return new Writer(true, tool);
        }
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.drift(this);
    }
}
