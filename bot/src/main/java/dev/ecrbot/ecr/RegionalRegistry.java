package dev.ecrbot.ecr;

/**
 * An account's registry in one Region, which has a policy document of its own, for all of its repositories.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html">Registry permissions</a>
 */
public record RegionalRegistry(AccountId account, Region region) implements PolicyHolder {

    /** Returns the text that is no repository's name. */
    @Override
    public String key() {
        return "*";
    }

    @Override
    public String label() {
        return RegistryWords.registry(account, region);
    }

    @Override
    public String toString() {
        return label();
    }
}
