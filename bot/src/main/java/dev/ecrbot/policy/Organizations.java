package dev.ecrbot.policy;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.OrganizationPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of organizations. An account that isn't placed may be in any of them.
 *
 * @param names what people call them, for texts only
 * @param places where accounts are; a whole organization if only that is known
 */
public record Organizations(Map<OrganizationId, String> names, Map<AccountId, OrganizationPath> places) {
    /** Nothing is known. */
    public static final Organizations UNKNOWN = new Organizations(Map.of(), Map.of());

    public Organizations {
        names = Map.copyOf(names);
        places = Map.copyOf(places);
    }

    /** Returns whether the account is there or below; empty if that isn't known. */
    public Optional<Boolean> isWithin(AccountId account, OrganizationPath path) {
        return Optional.ofNullable(places.get(account)).flatMap(place -> {
            if (!place.organization().equals(path.organization()) || path.isWhole() || path.contains(place)) {
                return Optional.of(path.contains(place));
            }
            return place.isWhole() ? Optional.empty() : Optional.of(false);
        });
    }

    /** Returns the condition keys that are known of requests by the principal, as far as they depend on its organization. */
    public Map<String, List<String>> keys(Principal principal) {
        return principal.account().map(this::keys).orElse(Map.of());
    }

    /**
     * Returns the condition keys that are known of requests by somebody of the account.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">IAM:
     *     aws:PrincipalOrgID, aws:PrincipalOrgPaths</a>
     */
    public Map<String, List<String>> keys(AccountId account) {
        OrganizationPath place = places.get(account);
        if (place == null) {
            return Map.of();
        }
        List<String> id = List.of(place.organization().value());
        return place.isWhole()
                ? Map.of(PrincipalForm.ORGANIZATIONS.key(), id)
                : Map.of(PrincipalForm.ORGANIZATIONS.key(), id, PrincipalForm.UNITS.key(), List.of(place + "/"));
    }
}
