package dev.ecrbot.ecr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host that a private registry answers at in one Region.
 *
 * <p>The forms are those that amazon-ecr-credential-helper takes: plain, FIPS and dual-stack, in every partition.
 */
public record RegistryHost(AccountId account, Region region) {
    /** How many characters the account's id takes at the beginning. */
    public static final int ACCOUNT_LENGTH = 12;

    // Bounded quantifiers: what is matched here was typed by anybody.
    private static final Pattern DOMAIN =
            Pattern.compile("\\.dkr([.-])ecr(?:-fips)?\\.([a-z0-9-]{1,40})\\.([a-z0-9.-]{1,40})");

    /** Returns the registry host if the text is one; case is the same. */
    public static Optional<RegistryHost> parse(String text) {
        return text.length() <= ACCOUNT_LENGTH
                ? Optional.empty()
                : AccountId.parse(text.substring(0, ACCOUNT_LENGTH))
                        .flatMap(account -> region(text.substring(ACCOUNT_LENGTH))
                                .map(region -> new RegistryHost(account, region)));
    }

    /** Returns the host in its plain form. */
    public String plain() {
        return account + ".dkr.ecr." + region + "." + region.partition().dnsSuffix();
    }

    /**
     * A way to name the host.
     *
     * @param use when it is the right one, in a few words
     */
    public record Form(String host, String use) {}

    /** Returns the host in each of its forms that AWS has there, the plain one first. Each needs a login of its own. */
    public List<Form> forms() {
        var forms = new ArrayList<Form>();
        forms.add(new Form(plain(), RegistryWords.overIpv4()));
        String dual = region.partition().dualStackSuffix();
        if (region.partition().hasDualStack()) {
            forms.add(new Form(account + ".dkr-ecr." + region + "." + dual, RegistryWords.overBoth()));
        }
        // AWS lists FIPS endpoints of ECR for the Regions of the United States only.
        if (region.value().startsWith("us-") && region.partition().hasDualStack()) {
            forms.add(new Form(
                    account + ".dkr.ecr-fips." + region + "."
                            + region.partition().dnsSuffix(),
                    RegistryWords.withFips()));
            forms.add(new Form(account + ".dkr-ecr-fips." + region + "." + dual, RegistryWords.withFipsOverBoth()));
        }
        return List.copyOf(forms);
    }

    /** Returns the Region of the registries whose hosts end like this, {@code .dkr.ecr.us-west-2.amazonaws.com} for example. */
    public static Optional<Region> region(String domain) {
        Matcher matcher = DOMAIN.matcher(domain.toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? Region.parse(matcher.group(2))
                        .filter(region -> matcher.group(3).equals(suffix(region.partition(), matcher.group(1))))
                : Optional.empty();
    }

    private static String suffix(Partition partition, String separator) {
        return separator.equals(".") ? partition.dnsSuffix() : partition.dualStackSuffix();
    }
}
