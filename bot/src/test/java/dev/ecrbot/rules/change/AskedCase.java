package dev.ecrbot.rules.change;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.rules.PrincipalKind;
import dev.ecrbot.rules.RepositoryPattern;
import dev.ecrbot.rules.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One thing that may be asked for. */
record AskedCase(String name, Access access, AccountId to, PrincipalKind kind) {
    static final RegistryPlace HERE =
            new RegistryPlace("central", new AccountId("111111111111"), new Region("us-west-2"));
    private static final List<String> NAMES = List.of("a/api", "a/web", "b/api", "c/x");

    /** Returns all of them, on every repository. */
    static List<AskedCase> all() {
        var cases = new ArrayList<AskedCase>();
        NAMES.forEach(name -> AnyRules.WORDS.forEach(access -> AnyRules.ACCOUNTS.forEach(
                to -> AnyRules.KINDS.forEach(kind -> cases.add(new AskedCase(name, access, to, kind))))));
        return cases;
    }

    Subject grant() {
        Principal principal = kind == PrincipalKind.ROLE
                ? new Principal.Role(Partition.AWS, to, "/", "ci")
                : new Principal.Account(Partition.AWS, to);
        return new Subject(Subject.Kind.GRANT, HERE.registry(), repository(), Optional.of(access), principal);
    }

    Subject revocation() {
        return new Subject(
                Subject.Kind.REVOKE, HERE.registry(), repository(), Optional.of(access), new Principal.Everyone());
    }

    Subject look() {
        return new Subject(
                Subject.Kind.REVOKE, HERE.registry(), repository(), Optional.empty(), new Principal.Everyone());
    }

    private Repository repository() {
        return new Repository(HERE.account(), HERE.region(), new RepositoryName(name));
    }

    /** Returns whether the gain is for this; what plays no part for it is empty in it. */
    boolean isIn(Gain gain) {
        return isAbout(gain)
                && (gain.to().isEmpty() || gain.to().contains(to.value()))
                && (gain.kinds().isEmpty() || gain.kinds().contains(kind));
    }

    /** Returns whether the gain is for this, whoever gets it: so revocations are ruled. */
    boolean isAbout(Gain gain) {
        return isThere(gain) && (gain.access().isEmpty() || gain.access().contains(access.word()));
    }

    boolean isThere(Gain gain) {
        return gain.repositories().stream()
                .anyMatch(extent ->
                        matches(extent.pattern()) && extent.except().stream().noneMatch(this::matches));
    }

    private boolean matches(String pattern) {
        return RepositoryPattern.parse(pattern).orElseThrow().matches(HERE.registry(), repository());
    }
}
