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
     * @param tool what else writes the policy, by the repository's tags
     */
    public record Difference(
            Target target,
            Principal principal,
            Access access,
            Optional<GrantId> grant,
            Optional<String> sid,
            String ask,
            Optional<OtherTool> tool) {
        Difference by(Optional<OtherTool> found) {
            return new Difference(target, principal, access, grant, sid, ask, found);
        }
    }

    @Override
    public <T> T visit(Visitor<T> visitor) {
        return visitor.drift(this);
    }
}
