package dev.ecrbot.config.mistake;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import java.util.Collection;

/** What is wrong under registries, accounts and organizations. */
public final class PlaceMistakes {
    private PlaceMistakes() {}

    public static String noRegistries() {
        return ValueMistakes.empty("registry");
    }

    public static String attributionWithoutRole() {
        return "is about sessions of a role, and this registry has none";
    }

    public static String noAttribution(Collection<String> words) {
        return "takes one of " + String.join(", ", words);
    }

    public static String noRegion() {
        return "a Region looks like us-west-2 or eu-central-1";
    }

    public static String regionTwice(Region region) {
        return "Region " + region + " stands here twice";
    }

    public static String otherPartition(Region region, Region first) {
        return "Region " + region + " is in partition " + region.partition() + ", but " + first + " is in "
                + first.partition() + "; make it a registry of its own";
    }

    public static String taken(AccountId account, Region region, String registry) {
        return "account " + account + " in " + region + " is registry " + registry + " already";
    }

    public static String noRole() {
        return "takes a role's ARN, arn:aws:iam::111111111111:role/ecr-bot for example";
    }

    public static String roleOfOtherAccount(String account) {
        return "the role has to be in the registry's account " + account;
    }

    public static String roleOfOtherPartition(String partition) {
        return "the role has to be in the Regions' partition " + partition;
    }

    public static String nameOfAccount() {
        return "is an account's name already; both can stand in “to”";
    }

    public static String noPlace() {
        return "takes a place below the organization, r-ab12/ou-ab12-11111111 for example";
    }

    public static String inOtherOrganization(AccountId account, String organization) {
        return "account " + account + " is in organization " + organization + " already; it can be in one only";
    }

    public static String noOrganization() {
        return "an organization's id looks like o-abc123def4";
    }

    public static String noAccount() {
        return "an account id has 12 digits";
    }

    public static String accountUnknown(String typed, Collection<String> names) {
        return "there is no such account; "
                + ValueMistakes.guess(typed, names, "list it under accounts, or write its 12 digits in quotes");
    }
}
