package dev.ecrbot.rules.change;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.rules.PrincipalKind;
import dev.ecrbot.rules.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Accounts or organizations that no rule tells apart.
 *
 * @param ids all of them
 * @param principals one of the first of them for each kind that it can have
 */
record Recipients(SortedSet<String> ids, Map<PrincipalKind, Principal> principals) {

    /** Returns all that the rules name. */
    static List<Recipients> of(Rules... all) {
        List<Rules> every = List.of(all);
        var alike = new LinkedHashMap<List<Boolean>, Recipients>();
        every.stream()
                .flatMap(rules -> rules.all().stream())
                .flatMap(rule -> Stream.concat(
                        rule.scope().to().accounts().stream().map(Recipients::of),
                        rule.scope().to().organizations().stream().map(Recipients::of)))
                .forEach(one -> alike.merge(one.included(every), one, Recipients::and));
        return List.copyOf(alike.values());
    }

    private static Recipients of(AccountId account) {
        return new Recipients(
                only(account.value()),
                Map.of(
                        PrincipalKind.ROLE, new Principal.Role(Partition.AWS, account, "/", "any"),
                        PrincipalKind.USER, new Principal.User(Partition.AWS, account, "/", "any"),
                        PrincipalKind.ACCOUNT, new Principal.Account(Partition.AWS, account)));
    }

    private static Recipients of(OrganizationPath path) {
        return new Recipients(
                only(path.toString()), Map.of(PrincipalKind.ORGANIZATION, new Principal.Organization(path)));
    }

    private static SortedSet<String> only(String id) {
        return new TreeSet<>(List.of(id));
    }

    private Recipients and(Recipients other) {
        var both = new TreeSet<>(ids);
        both.addAll(other.ids);
        return new Recipients(both, principals);
    }

    /** Returns which rules are for them. Accounts are never alike with organizations: their kinds differ. */
    private List<Boolean> included(List<Rules> all) {
        Principal one = principals.values().iterator().next();
        return Stream.concat(
                        Stream.of(principals.containsKey(PrincipalKind.ORGANIZATION)),
                        all.stream()
                                .flatMap(rules -> rules.all().stream())
                                .map(rule -> rule.scope().to().includes(one)))
                .toList();
    }
}
