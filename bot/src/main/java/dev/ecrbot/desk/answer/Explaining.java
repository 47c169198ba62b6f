package dev.ecrbot.desk.answer;

import dev.ecrbot.command.Inquiry;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.denial.Caller;
import dev.ecrbot.denial.Denial;
import dev.ecrbot.denial.Half;
import dev.ecrbot.desk.sight.Copies;
import dev.ecrbot.desk.sight.Sight;
import dev.ecrbot.desk.sight.Sights;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.IdentityPolicy;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Explains pasted errors: takes the text apart, then looks at the policies that it tells of. */
final class Explaining {
    /** The halves that a policy of the repository's side can have to do with. */
    private static final Set<Half> LOOKED_AT =
            Set.of(Half.RESOURCE, Half.IDENTITY, Half.BOTH, Half.NOTFOUND, Half.OTHER);

    private final Sights sights;
    private final BiPredicate<PersonId, TargetRef> told;
    private final AccessCatalogue accesses;

    /** @param told whether somebody is told how things are with a repository */
    Explaining(Sights sights, BiPredicate<PersonId, TargetRef> told, AccessCatalogue accesses) {
        this.sights = sights;
        this.told = told;
        this.accesses = accesses;
    }

    Explanation of(PersonId person, Inquiry.Explain asked) {
        return of(person, Denial.read(asked.pasted(), accesses));
    }

    Explanation of(PersonId person, Denial denial) {
        Look look = look(person, denial);
        Conclusion conclusion = look.visit(new Concluding(denial));
        return new Explanation(
                denial,
                look,
                conclusion,
                copies(denial, conclusion),
                ask(denial, look, conclusion),
                identity(denial, conclusion));
    }

    private Look look(PersonId person, Denial denial) {
        Optional<Repository> named = denial.place().whole();
        if (named.isEmpty() || !denial.ofEcr() || !LOOKED_AT.contains(denial.half())) {
            return new Look.Needless();
        }
        Optional<String> registry = sights.registry(named.get());
        if (registry.isEmpty()) {
            return new Look.Elsewhere();
        }
        if (!told.test(person, new TargetRef(registry.get(), named.get()))) {
            return new Look.Withheld();
        }
        try {
            return look(denial, sights.live(named.get()));
        } catch (ProblemException e) {
            return new Look.Failed(e.problem().what());
        }
    }

    private static Look look(Denial denial, Sight sight) {
        if (!sight.exists()) {
            return new Look.Missing();
        }
        Optional<Principal.Caller> caller = denial.caller().flatMap(Explaining::caller);
        Optional<String> action = denial.action();
        if (caller.isEmpty() || action.isEmpty()) {
            return new Look.Nobody();
        }
        boolean within =
                caller.get().account().equals(Optional.of(sight.repository().account()));
        Optional<String> doubt = sight.doubt();
        return doubt.<Look>map(Look.Failed::new)
                .orElseGet(() -> new Look.Seen(sight.judge(caller.get(), List.of(action.get())), within));
    }

    /** Returns the caller as policies are asked about them: a session as itself, since its ARN doesn't show its role's path. */
    private static Optional<Principal.Caller> caller(Caller named) {
        String type = named.kind() == Caller.Kind.SERVICE ? "Service" : "AWS";
        return Principals.parse(type, named.text()) instanceof Principal.Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** AWS copies images and no policies, which is why somebody may have access to the one and not to the other. */
    private Copies copies(Denial denial, Conclusion conclusion) {
        return switch (conclusion) {
            case NO_ALLOW, BOTH_MISSING, MISSING ->
                denial.place()
                        .whole()
                        .map(sights::copies)
                        .map(all -> new Copies(List.of(), all.from()))
                        .orElse(Copies.NONE);
            case ELSEWHERE, DENIED, CALLERS_SIDE, ALLOWED_NOW, TEXT, DEPENDS -> Copies.NONE;
        };
    }

    private Optional<String> ask(Denial denial, Look look, Conclusion conclusion) {
        return switch (conclusion) {
            case ELSEWHERE, MISSING, DENIED, CALLERS_SIDE, ALLOWED_NOW -> Optional.empty();
            case TEXT, NO_ALLOW -> denial.ask();
            case DEPENDS ->
                denial.ask()
                        .filter(ask ->
                                !(look instanceof Look.Seen seen && seen.says().denied()));
            case BOTH_MISSING -> denial.ask().or(() -> grant(denial));
        };
    }

    private Optional<String> grant(Denial denial) {
        return access(denial)
                .flatMap(access -> denial.place()
                        .whole()
                        .flatMap(repository -> denial.caller()
                                .flatMap(Caller::principal)
                                .filter(arn -> arn.startsWith(
                                        "arn:" + repository.region().partition() + ":"))
                                .map(arn -> "grant " + access + " " + repository.uri() + " " + arn)));
    }

    private Optional<IdentityPolicy> identity(Denial denial, Conclusion conclusion) {
        boolean missing = conclusion == Conclusion.BOTH_MISSING
                || conclusion == Conclusion.CALLERS_SIDE
                || (conclusion == Conclusion.TEXT && denial.half() == Half.IDENTITY);
        return missing
                ? access(denial)
                        .flatMap(access ->
                                denial.place().whole().map(repository -> new IdentityPolicy(repository, access)))
                : Optional.empty();
    }

    private Optional<Access> access(Denial denial) {
        return denial.action()
                .flatMap(action -> accesses.smallest(
                        access -> access.pulls() && access.actions().contains(action)));
    }
}
