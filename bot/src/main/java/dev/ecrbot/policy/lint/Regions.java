package dev.ecrbot.policy.lint;

import dev.ecrbot.policy.Globs;
import dev.ecrbot.policy.Unresolved;
import java.util.Set;

/** The Regions that AWS had in November 2026, as its SDK for Java 2.57.8 lists them. */
final class Regions {
    private static final Set<String> ALL = Set.of(
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-south-2",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7",
            "ca-central-1",
            "ca-west-1",
            "cn-north-1",
            "cn-northwest-1",
            "eu-central-1",
            "eu-central-2",
            "eu-isoe-west-1",
            "eu-north-1",
            "eu-south-1",
            "eu-south-2",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "eusc-de-east-1",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "mx-central-1",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-gov-east-1",
            "us-gov-west-1",
            "us-iso-east-1",
            "us-iso-west-1",
            "us-isob-east-1",
            "us-isob-west-1",
            "us-isof-east-1",
            "us-isof-south-1",
            "us-west-1",
            "us-west-2");

    private Regions() {}

    /** Returns whether the text names one Region, and there is none of that name. */
    static boolean missing(String region) {
        return !region.isEmpty()
                && !Globs.wild(region)
                && !region.contains("${")
                && !Unresolved.in(region)
                && !ALL.contains(region);
    }

    static void report(String region, String element, Report report) {
        report.add(Severity.WARNING, ResourceWords.regionUnknown(region, ALL), element);
    }
}
