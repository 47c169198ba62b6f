package dev.ecrbot.problem.phrase;

import dev.ecrbot.ecr.Region;

/** What has to be right on the side of whoever was given access, which nobody can look at from here: whole sentences. */
public final class FetchHints {
    private FetchHints() {}

    /** Returns who needs the identity policy, as it stands before “also needs this policy”; so does the next one. */
    public static String everyUser() {
        return "every role or user that is to use it";
    }

    public static String whoeverMakesFunctions() {
        return "whoever creates or updates the functions";
    }

    public static String functions(Region region) {
        return "Functions have to be in " + region
                + ", the image's Region, and to name the image by its plain host: Lambda takes none with ecr-fips.";
    }

    public static String replicas() {
        return "Replicas in other Regions don't get this access: each has a policy of its own.";
    }

    public static String endpoints(Region region) {
        return "Through VPC endpoints, those for ecr.api and ecr.dkr have to let it pass, and the S3 gateway s3:GetObject on arn:"
                + region.partition() + ":s3:::prod-" + region + "-starport-layer-bucket/*.";
    }

    public static String functionsRole() {
        return "A function's role doesn't fetch its image: for Lambda, ask for lambda:ACCOUNT.";
    }

    public static String eks() {
        return "On EKS the node's role fetches images, on Fargate the pod execution role; a service account's role doesn't.";
    }

    public static String ecs() {
        return "On ECS the task execution role fetches images with Fargate, the instance's role with EC2; the task role doesn't.";
    }
}
