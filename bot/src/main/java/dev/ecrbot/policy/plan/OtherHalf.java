package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Principal;
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
            hints.add(
                    "Functions have to be in " + target.region()
                            + ", the image's Region, and to name the image by its plain host: Lambda takes none with ecr-fips.");
        }
        hints.add("Replicas in other Regions don't get this access: each has a policy of its own.");
        return List.copyOf(hints);
    }

    /** Returns what to look at where images are fetched from a VPC without a way to the internet. */
    public static String endpoints(Target target) {
        return "Through VPC endpoints, those for ecr.api and ecr.dkr have to let it pass, and the S3 gateway s3:GetObject on arn:"
                + target.region().partition() + ":s3:::prod-" + target.region() + "-starport-layer-bucket/*.";
    }

    private static Stream<String> byName(String name) {
        if (name.contains("lambda")) {
            return Stream.of("A function's role doesn't fetch its image: for Lambda, ask for lambda:ACCOUNT.");
        }
        if (name.contains("eks") || name.contains("node") || name.contains("pod")) {
            return Stream.of(
                    "On EKS the node's role fetches images, on Fargate the pod execution role; a service account's role doesn't.");
        }
        return name.contains("ecs") || name.contains("task") || name.contains("fargate")
                ? Stream.of(
                        "On ECS the task execution role fetches images with Fargate, the instance's role with EC2; the task role doesn't.")
                : Stream.empty();
    }
}
