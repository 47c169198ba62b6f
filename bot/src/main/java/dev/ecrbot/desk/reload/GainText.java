package dev.ecrbot.desk.reload;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.rules.PrincipalKind;
import dev.ecrbot.rules.change.Extent;
import dev.ecrbot.rules.change.Gain;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says in one line what a rule lets people do, without the rule.
 *
 * @param names the configured names of accounts
 */
record GainText(Map<AccountId, String> names) {
    private static final int SHOWN = 12;
    private static final Set<PrincipalKind> IN_ACCOUNTS =
            Set.of(PrincipalKind.ROLE, PrincipalKind.USER, PrincipalKind.ACCOUNT);

    String line(Gain gain) {
        String access = gain.access().isEmpty() ? "" : some(gain.access()) + " on ";
        String to = gain.to().isEmpty()
                ? ""
                : " for " + some(gain.to().stream().map(this::named).toList()) + kinds(gain.kinds());
        return gain.what() + " (" + access
                + some(gain.repositories().stream().map(GainText::named).toList()) + to + ")";
    }

    private static String named(Extent repositories) {
        return repositories.pattern()
                + (repositories.except().isEmpty() ? "" : " except " + some(repositories.except()));
    }

    private String named(String id) {
        return AccountId.parse(id)
                .flatMap(account -> Optional.ofNullable(names.get(account)))
                .map(name -> name + " " + id)
                .orElse(id);
    }

    /** Kinds are told only where some of them are left out. */
    private static String kinds(Set<PrincipalKind> kinds) {
        return kinds.containsAll(IN_ACCOUNTS) || kinds.equals(Set.of(PrincipalKind.ORGANIZATION))
                ? ""
                : ", as " + kinds.stream().map(PrincipalKind::word).sorted().collect(Collectors.joining(" or "));
    }

    private static String some(Collection<String> all) {
        List<String> shown = all.stream().limit(SHOWN).toList();
        int more = all.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }
}
