package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.cli.words.BatchWords;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.evaluation.OtherPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the policies beside the repository's side from a line of {@code policy can --batch}: {@code identity} and {@code rcp}
 * are a policy or a list of them, {@code boundary} and {@code session} one policy, {@code scp} a list of levels, each a policy
 * or a list of them.
 */
final class BatchOthers {
    /** The keys of a line that hold them. */
    static final Set<String> KEYS = Set.of("identity", "boundary", "session", "scp", "rcp");

    private final JsonNode line;
    private final boolean lenient;

    private BatchOthers(JsonNode line, boolean lenient) {
        this.line = line;
        this.lenient = lenient;
    }

    /** Returns the policies in the line, and those given for all lines in place of what it doesn't have; nothing if neither has any. */
    static Optional<OtherPolicies> of(JsonNode line, Principal caller, BatchAnswers all) throws BadInput {
        if (all.others().isEmpty() && KEYS.stream().noneMatch(line::has)) {
            return Optional.empty();
        }
        OtherPolicies given = all.others().orElse(OtherPolicies.ofIdentity(List.of()));
        boolean identified = line.has("identity") || !given.identity().isEmpty();
        if (!identified && OtherFiles.hasIdentity(caller)) {
            throw new BadInput(BatchWords.noIdentity());
        }
        return Optional.of(new BatchOthers(line, all.lenient()).over(given));
    }

    private OtherPolicies over(OtherPolicies given) throws BadInput {
        return new OtherPolicies(
                line.has("identity") ? all("identity", line.path("identity"), Source.IDENTITY) : given.identity(),
                line.has("boundary") ? one("boundary", Source.BOUNDARY) : given.boundary(),
                line.has("session") ? one("session", Source.SESSION) : given.session(),
                line.has("scp") ? levels() : given.scps(),
                line.has("rcp") ? all("rcp", line.path("rcp"), Source.RCP) : given.rcps());
    }

    private List<List<PolicyDocument>> levels() throws BadInput {
        var levels = new ArrayList<List<PolicyDocument>>();
        JsonNode scp = line.path("scp");
        for (JsonNode level : scp.isArray() ? scp : List.of(scp)) {
            levels.add(all("scp", level, Source.SCP));
        }
        return levels;
    }

    private Optional<PolicyDocument> one(String key, Source source) throws BadInput {
        JsonNode node = line.path(key);
        return node.isNull() ? Optional.empty() : Optional.of(policy(key, node, source));
    }

    private List<PolicyDocument> all(String key, JsonNode node, Source source) throws BadInput {
        var all = new ArrayList<PolicyDocument>();
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
            if (!one.isNull()) {
                all.add(policy(key, one, source));
            }
        }
        return all;
    }

    private PolicyDocument policy(String key, JsonNode node, Source source) throws BadInput {
        if (!node.isObject()) {
            throw new BadInput(BatchWords.otherThanPolicy(key));
        }
        return AttachedText.policy(BatchWords.under(key), node, source, lenient);
    }
}
