package dev.ecrbot.rehearsal;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.CommandParser;
import dev.ecrbot.command.Manner;
import dev.ecrbot.command.Names;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.ecr.AccessConditions;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.condition.TermText;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.rules.End;
import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.GrantEnds;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.OwnerTag;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Standing;
import dev.ecrbot.rules.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges asks that nobody made by a configuration, as the bot would judge them: without Slack, AWS or a database. Everybody is a
 * full member, but for machines. Who is in a group that the file doesn't tell of isn't known, and what isn't known is refused.
 */
public final class Rehearsal {
    private static final String HOME = "T0HOME";

    private final BotConfig config;
    private final CommandParser parser;
    private final Map<String, Set<String>> groups;
    private final Clock clock;

    /**
     * @param names what people can type under this configuration
     * @param groups which users are in which user groups
     */
    public Rehearsal(BotConfig config, Names names, Map<String, Set<String>> groups, Clock clock) {
        this.config = config;
        this.parser = new CommandParser(names, clock);
        this.groups = Map.copyOf(groups);
        this.clock = clock;
    }

    /** Returns what isn't as the test expects; nothing if all is. */
    public Rehearsed.Result of(Rehearsed test) {
        return new Rehearsed.Result(
                test,
                parser.parse(test.ask())
                        .visit(
                                understood -> understood.command() instanceof Command.Grant grant
                                        ? granted(test, grant)
                                        : understood.command() instanceof Command.Revoke revoke
                                                ? judged(test, revoked(revoke), revoke.reason(), Optional.empty())
                                                : List.of(RehearsalWords.notJudged()),
                                misunderstood -> refused(test, Optional.empty(), misunderstood.problem())));
    }

    private List<String> granted(Rehearsed test, Command.Grant grant) {
        var subject = new Subject(
                Subject.Kind.GRANT,
                grant.target().registry(),
                grant.target().target(),
                Optional.of(grant.access()),
                grant.principal().principal());
        return judged(test, subject, grant.reason(), Optional.of(grant));
    }

    private static Subject revoked(Command.Revoke revoke) {
        return new Subject(
                Subject.Kind.REVOKE,
                revoke.target().registry(),
                revoke.target().target(),
                revoke.access(),
                revoke.principal().principal());
    }

    private List<String> judged(
            Rehearsed test, Subject subject, Optional<String> reason, Optional<Command.Grant> grant) {
        Optional<Rule> rule = config.rules().find(subject);
        if (rule.isEmpty()) {
            return refused(test, rule, config.rules().none(subject, config.accounts()));
        }
        Rule deciding;
        try {
            deciding = decided(rule.get(), subject, test.tags());
        } catch (ProblemException e) {
            return refused(test, rule, e.problem());
        }
        boolean atOnce =
                grant.filter(asked -> asked.manner() == Manner.BREAK_GLASS).isPresent();
        Optional<Problem> problem = (atOnce
                        ? deciding.mayBreakGlass(facts(test.by()))
                        : deciding.mayAsk(facts(test.by())))
                .refusal()
                .or(() -> atOnce ? Optional.empty() : deciding.checkReason(reason))
                .or(() -> grant.flatMap(asked -> end(asked, deciding)));
        return problem.isPresent()
                ? refused(test, rule, problem.get())
                : allowed(
                        test,
                        deciding,
                        grant.filter(asked -> isByRule(person(test.by()), asked, subject, deciding))
                                .isPresent());
    }

    private static Rule decided(Rule rule, Subject subject, Map<String, String> tags) {
        Optional<OwnerTag> owner = rule.approvers().owner();
        return owner.isPresent() && subject.target() instanceof Repository repository
                ? rule.decidedBy(owner.get().deciding(rule.name(), repository, tags))
                : rule;
    }

    private boolean isByRule(PersonId by, Command.Grant grant, Subject subject, Rule rule) {
        Instant now = clock.instant();
        End end = GrantEnds.end(grant.until().from(now), now, rule.terms().maxDuration());
        return grant.manner() == Manner.IF_LACKING
                && !by.isMachine()
                && end instanceof End.At at
                && rule.approvers()
                        .auto()
                        .filter(auto -> auto.covers(subject, Optional.of(at.instant()), now))
                        .isPresent();
    }

    private Optional<Problem> end(Command.Grant grant, Rule rule) {
        Instant now = clock.instant();
        End end = GrantEnds.end(grant.until().from(now), now, rule.terms().maxDuration());
        return end instanceof End.Refused refused ? Optional.of(refused.problem()) : Optional.empty();
    }

    private List<String> refused(Rehearsed test, Optional<Rule> rule, Problem problem) {
        var failures = new ArrayList<String>();
        Code code = problem.code();
        if (test.allowed()) {
            failures.add(RehearsalWords.refused(code.label(), problem.text()));
        } else if (test.code()
                .filter(expected -> !expected.equals(code.label()))
                .isPresent()) {
            failures.add(RehearsalWords.refusedOtherwise(test.code().get(), code.label(), problem.text()));
        }
        rule(test, rule).ifPresent(failures::add);
        return failures;
    }

    private List<String> allowed(Rehearsed test, Rule rule, boolean byRule) {
        var failures = new ArrayList<String>();
        if (!test.allowed()) {
            failures.add(RehearsalWords.allowed(rule.name()));
        }
        rule(test, Optional.of(rule)).ifPresent(failures::add);
        test.conditions()
                .filter(expected -> !expected.equals(rule.terms().conditions()))
                .map(expected -> RehearsalWords.otherConditions(
                        words(expected), rule.name(), words(rule.terms().conditions())))
                .ifPresent(failures::add);
        test.byRule()
                .filter(expected -> expected != byRule)
                .map(expected -> expected ? RehearsalWords.notByRule(rule.name()) : RehearsalWords.byRule(rule.name()))
                .ifPresent(failures::add);
        PersonId requester = person(test.by());
        new TreeSet<>(test.approvers())
                .forEach(user -> rule.mayApprove(facts(user), requester)
                        .refusal()
                        .ifPresent(problem -> failures.add(RehearsalWords.mayNotApprove(user, problem.text()))));
        new TreeSet<>(test.others()).forEach(user -> {
            if (rule.mayApprove(facts(user), requester).refusal().isEmpty()) {
                failures.add(RehearsalWords.mayApprove(user, rule.name()));
            }
        });
        return failures;
    }

    private static String words(AccessConditions conditions) {
        return conditions.isEmpty()
                ? RehearsalWords.noConditions()
                : RehearsalWords.conditions(TermText.of(conditions));
    }

    private static Optional<String> rule(Rehearsed test, Optional<Rule> rule) {
        String name = rule.map(Rule::name).map(RehearsalWords::rule).orElseGet(RehearsalWords::noRule);
        return test.rule()
                .filter(expected -> !rule.map(Rule::name).equals(Optional.of(expected)))
                .map(expected -> RehearsalWords.otherRule(expected, name));
    }

    private static PersonId person(String by) {
        return by.startsWith(People.MACHINE)
                ? PersonId.machine(by.substring(People.MACHINE.length()))
                : new PersonId(HOME, by);
    }

    private Facts facts(String user) {
        PersonId person = person(user);
        if (person.isMachine()) {
            boolean known = config.machines().flatMap(all -> all.find(person)).isPresent();
            return new Facts(person, known ? Standing.MACHINE : Standing.FORMER_MACHINE, Map.of());
        }
        var memberships = new HashMap<String, Membership>();
        groups.forEach((group, users) -> memberships.put(group, users.contains(user) ? Membership.YES : Membership.NO));
        return new Facts(person, Standing.MEMBER, memberships);
    }
}
