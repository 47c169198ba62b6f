package dev.ecrbot.ecr;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A group of AWS Regions with its own ARNs, host names and identities. Principals of one partition can't be granted
 * access in another.
 *
 * <p>Figures from botocore's {@code partitions.json} and the registry hosts of amazon-ecr-credential-helper.
 */
public enum Partition {
    AWS("aws", "amazonaws.com", "(us|eu|ap|sa|ca|me|af|il|mx)-\\w+-\\d+"),
    AWS_CN("aws-cn", "amazonaws.com.cn", "cn-\\w+-\\d+"),
    AWS_US_GOV("aws-us-gov", "amazonaws.com", "us-gov-\\w+-\\d+"),
    AWS_EUSC("aws-eusc", "amazonaws.eu", "eusc-(de)-\\w+-\\d+"),
    AWS_ISO("aws-iso", "c2s.ic.gov", "us-iso-\\w+-\\d+"),
    AWS_ISO_B("aws-iso-b", "sc2s.sgov.gov", "us-isob-\\w+-\\d+"),
    AWS_ISO_E("aws-iso-e", "cloud.adc-e.uk", "eu-isoe-\\w+-\\d+"),
    AWS_ISO_F("aws-iso-f", "csp.hci.ic.gov", "us-isof-\\w+-\\d+");

    private final String id;
    private final String dnsSuffix;
    private final Pattern regions;

    Partition(String id, String dnsSuffix, String regions) {
        this.id = id;
        this.dnsSuffix = dnsSuffix;
        this.regions = Pattern.compile(regions);
    }

    /** Returns the partition's name in ARNs, {@code aws-cn} for example. */
    public String id() {
        return id;
    }

    /** Returns what the host names of the partition's registries end with. */
    public String dnsSuffix() {
        return dnsSuffix;
    }

    /** Returns what the host names for IPv4 and IPv6 both end with; where AWS has none, nothing real ends so. */
    String dualStackSuffix() {
        return switch (this) {
            case AWS, AWS_US_GOV -> "on.aws";
            case AWS_CN -> "on.amazonwebservices.com.cn";
            case AWS_EUSC -> "on.amazonwebservices.eu";
            case AWS_ISO, AWS_ISO_B, AWS_ISO_E, AWS_ISO_F -> "on." + dnsSuffix;
        };
    }

    /** Returns whether registries there are known to answer over IPv4 and IPv6 both. */
    boolean hasDualStack() {
        return switch (this) {
            case AWS, AWS_US_GOV, AWS_CN, AWS_EUSC -> true;
            case AWS_ISO, AWS_ISO_B, AWS_ISO_E, AWS_ISO_F -> false;
        };
    }

    /** Returns the partition with this name in ARNs, if there is one. */
    public static Optional<Partition> byId(String id) {
        return Stream.of(values()).filter(p -> p.id.equals(id)).findFirst();
    }

    /** Returns the partition that this Region's name belongs to, if its name has the form of one. */
    static Optional<Partition> ofRegion(String region) {
        return Stream.of(values())
                .filter(p -> p.regions.matcher(region).matches())
                .findFirst();
    }

    @Override
    public String toString() {
        return id;
    }
}
