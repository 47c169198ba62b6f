package dev.ecrbot.slack.message;

import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.policy.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says in words who and what is meant.
 *
 * @param accounts the configured names of accounts
 * @param organizations the configured names of organizations
 * @param registries the configured names of registries
 * @param accesses the access words
 * @param longest how much room a name may take; something is cut out of the middle of one that is longer
 */
public record DisplayNames(
        Map<AccountId, String> accounts,
        Map<OrganizationId, String> organizations,
        Map<RegionalRegistry, String> registries,
        AccessCatalogue accesses,
        int longest) {
    private static final int LONGEST = 700;
    private static final int LONGEST_REGISTRY = 100;
    private static final int BRIEF = 36;
    private static final int BRIEF_REGISTRY = 20;
    /** Of “sales (222222222222)” the name says as much, and leaves room for who it is in that account. */
    private static final Pattern ACCOUNT_BEHIND_NAME = Pattern.compile(" \\([0-9]{12}\\)$");

    public DisplayNames {
        accounts = Map.copyOf(accounts);
        organizations = Map.copyOf(organizations);
        registries = Map.copyOf(registries);
    }

    /** Names as long as they are, within reason. */
    public DisplayNames(
            Map<AccountId, String> accounts,
            Map<OrganizationId, String> organizations,
            Map<RegionalRegistry, String> registries,
            AccessCatalogue accesses) {
        this(accounts, organizations, registries, accesses, LONGEST);
    }

    public String account(AccountId id) {
        return Optional.ofNullable(accounts.get(id))
                .map(name -> longest == BRIEF ? name : name + " (" + id + ")")
                .orElse("account " + id);
    }

    /** Returns the same, which shorten what is long: where the names stand in full as well. */
    DisplayNames brief() {
        return new DisplayNames(accounts, organizations, registries, accesses, BRIEF);
    }

    public String principal(Principal principal) {
        String name = principal.visit(new PrincipalText(this));
        boolean tight = longest == BRIEF && Height.columns(name) > longest;
        return fitted(tight ? ACCOUNT_BEHIND_NAME.matcher(name).replaceFirst("") : name);
    }

    private String fitted(String name) {
        return longest == LONGEST ? SafeText.line(name, LONGEST) : SafeText.middle(name, longest);
    }

    /** Returns a repository by its name, and a pattern as what it stands for, as long as names may be. */
    public String shown(Target target) {
        String name = target.text();
        return some(target).replace(name, fitted(name));
    }

    /** Returns the principal exactly as a policy names it. */
    static String exact(Principal principal) {
        return SafeText.cut(SafeText.code(principal.text()), LONGEST);
    }

    /** Returns a repository by its name, and a pattern as what it stands for. */
    public static String some(Target target) {
        if (target instanceof Repository) {
            return target.text();
        }
        return target.text().equals("*") ? "every repository" : "every repository matching " + target.text();
    }

    public String target(Target target) {
        return some(target) + " in " + place(target.account(), target.region());
    }

    /** Returns a registry by its configured name, where it has one. */
    public String registry(RegionalRegistry registry) {
        return name(registry)
                        .map(name -> name + " (" + registry.account() + ")")
                        .orElseGet(() -> account(registry.account()))
                + " in " + registry.region();
    }

    /** Returns where something is, as {@link #place(Target, String)} does. */
    public String place(AccountId account, Region region) {
        String registry = name(new RegionalRegistry(account, region))
                .map(name -> "registry " + name + " (" + account + ")")
                .orElseGet(() -> account(account));
        return region + ", " + registry;
    }

    private Optional<String> name(RegionalRegistry registry) {
        return Optional.ofNullable(registries.get(registry)).map(name -> SafeText.line(name, LONGEST_REGISTRY));
    }

    static String target(Target target, String registry) {
        return some(target) + " in " + place(target, registry);
    }

    /** Returns where it is, since repositories of one name can be in several Regions and registries. */
    static String place(Target target, String registry) {
        return target.region() + ", registry " + SafeText.line(registry, LONGEST_REGISTRY) + " (" + target.account()
                + ")";
    }

    /** As the other, in as few words as will do. */
    static String shortPlace(Target target, String registry) {
        return target.region() + ", " + SafeText.middle(registry, BRIEF_REGISTRY) + " (" + target.account() + ")";
    }
}
