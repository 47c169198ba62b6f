package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.phrase.FetchHints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has to be right on the principal's own side, which nobody can look at from here: one short sentence for each thing that
 * is likely to be in the way, chosen by the kind and the name of the principal.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/ECR_on_ECS.html">ECR with ECS</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/ECR_on_EKS.html">ECR with EKS</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html">ECR through VPC endpoints</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/images-create.html">Lambda with images</a>
 */
public record OtherHalf(Principal principal, Target target) {

    /** Returns who needs the identity policy where that isn't the principal itself, as it stands before “also needs this policy”. */
    public Optional<String> who() {
        return Fetcher.of(principal).who();
    }

    /** Returns whether the identity policy has to allow the login: Lambda fetches images without one. */
    public boolean logsIn() {
        return Fetcher.of(principal).logsIn();
    }

    /** Returns what to look at; the most likely first. */
    public List<String> hints() {
        var hints = new ArrayList<String>();
        var fetcher = Fetcher.of(principal);
        if (fetcher.logsIn()) {
            byName(fetcher.role().toLowerCase(Locale.ROOT)).forEach(hints::add);
            hints.add(endpoints(target));
        } else {
            hints.add(FetchHints.functions(target.region()));
        }
        hints.add(FetchHints.replicas());
        return List.copyOf(hints);
    }

    /** Returns what to look at where images are fetched from a VPC without a way to the internet. */
    public static String endpoints(Target target) {
        return FetchHints.endpoints(target.region());
    }

    private static Stream<String> byName(String name) {
        if (name.contains("lambda")) {
            return Stream.of(FetchHints.functionsRole());
        }
        if (name.contains("eks") || name.contains("node") || name.contains("pod")) {
            return Stream.of(FetchHints.eks());
        }
        return name.contains("ecs") || name.contains("task") || name.contains("fargate")
                ? Stream.of(FetchHints.ecs())
                : Stream.empty();
    }
}
