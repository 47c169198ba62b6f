package dev.ecrbot.cli;

import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.evaluation.OtherPolicies;
import dev.ecrbot.policy.evaluation.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code can} that name policies beside the repository's side. */
final class OtherFiles {

    @Option(
            names = "--identity",
            paramLabel = "FILE",
            description =
                    "An identity policy of the caller; repeat this for more, and give all. Then the answer is the whole"
                            + " verdict.")
    private List<String> identity = List.of();

    @Option(names = "--boundary", paramLabel = "FILE", description = "The caller's permissions boundary.")
    private @Nullable String boundary;

    @Option(
            names = "--scp",
            paramLabel = "FILE[,FILE]",
            description =
                    "A level of service control policies above the caller: root, unit or account. Policies of one level are"
                            + " separated by commas; repeat this for the next level.")
    private List<String> scps = List.of();

    @Option(
            names = "--rcp",
            paramLabel = "FILE",
            description = "A resource control policy above the repository's account; repeat this for more.")
    private List<String> rcps = List.of();

    @Option(
            names = "--session",
            paramLabel = "FILE",
            description = "The policy that the caller's session was made with.")
    private @Nullable String session;

    /** Returns the policies; nothing if none was named, so that only the repository's side is asked about. */
    Optional<OtherPolicies> read(boolean lenient) throws BadInput {
        if (identity.isEmpty() && boundary == null && scps.isEmpty() && rcps.isEmpty() && session == null) {
            return Optional.empty();
        }
        var levels = new ArrayList<List<PolicyDocument>>();
        for (String level : scps) {
            levels.add(all(List.of(level.split(",", -1)), Source.SCP, lenient));
        }
        return Optional.of(new OtherPolicies(
                all(identity, Source.IDENTITY, lenient),
                one(boundary, Source.BOUNDARY, lenient),
                one(session, Source.SESSION, lenient),
                levels,
                all(rcps, Source.RCP, lenient)));
    }

    /** Returns whether somebody who has identity policies is asked about, and none was named. */
    boolean lacksIdentity(Principal caller) {
        return identity.isEmpty() && hasIdentity(caller);
    }

    /** Returns whether such a caller can have identity policies: neither services nor root users do. */
    static boolean hasIdentity(Principal caller) {
        return !(caller instanceof Principal.Service) && !(caller instanceof Principal.Account);
    }

    /** Returns the file of the policy that has the share; nothing if it belongs to the repository's side. */
    Optional<String> file(Share share) {
        return switch (share.source()) {
            case REPOSITORY, REGISTRY -> Optional.empty();
            case IDENTITY -> Optional.of(identity.get(share.place()));
            case BOUNDARY -> Optional.ofNullable(boundary);
            case SESSION -> Optional.ofNullable(session);
            case SCP -> Optional.of(scps.get(share.level()).split(",", -1)[share.place()]);
            case RCP -> Optional.of(rcps.get(share.place()));
        };
    }

    private static Optional<PolicyDocument> one(@Nullable String file, Source source, boolean lenient) throws BadInput {
        return file == null ? Optional.empty() : Optional.of(AttachedText.read(file, source, lenient));
    }

    private static List<PolicyDocument> all(List<String> files, Source source, boolean lenient) throws BadInput {
        var all = new ArrayList<PolicyDocument>();
        for (String file : files) {
            all.add(AttachedText.read(file, source, lenient));
        }
        return all;
    }
}
