package dev.ecrbot.denial;

import java.util.List;

/** A Region with its partition, and the ends of the hosts of its registries, the plain one first. */
record Home(String partition, String region, List<String> domains) {
    static final List<Home> ALL = List.of(
            of("aws", "us-west-2", "amazonaws.com", "on.aws"),
            of("aws", "ap-southeast-1", "amazonaws.com", "on.aws"),
            of("aws-cn", "cn-northwest-1", "amazonaws.com.cn", "on.amazonwebservices.com.cn"),
            of("aws-us-gov", "us-gov-west-1", "amazonaws.com", "on.aws"),
            of("aws-eusc", "eusc-de-east-1", "amazonaws.eu", "on.amazonwebservices.eu"),
            of("aws-iso", "us-iso-east-1", "c2s.ic.gov"),
            of("aws-iso-b", "us-isob-east-1", "sc2s.sgov.gov"),
            of("aws-iso-e", "eu-isoe-west-1", "cloud.adc-e.uk"),
            of("aws-iso-f", "us-isof-south-1", "csp.hci.ic.gov"));

    private static Home of(String partition, String region, String suffix) {
        return new Home(
                partition,
                region,
                List.of(".dkr.ecr." + region + "." + suffix, ".dkr.ecr-fips." + region + "." + suffix));
    }

    private static Home of(String partition, String region, String suffix, String dual) {
        return new Home(
                partition,
                region,
                List.of(
                        ".dkr.ecr." + region + "." + suffix,
                        ".dkr.ecr-fips." + region + "." + suffix,
                        ".dkr-ecr." + region + "." + dual,
                        ".dkr-ecr-fips." + region + "." + dual));
    }
}
