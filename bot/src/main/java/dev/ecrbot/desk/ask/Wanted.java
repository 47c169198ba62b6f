package dev.ecrbot.desk.ask;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.PrincipalRef;
import dev.ecrbot.command.Several;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.TakeOver;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Subject;
import java.time.Instant;
import java.util.Optional;

/** What a command asks for, in the terms of those who judge and plan. */
public final class Wanted {
    private Wanted() {}

    /** Returns the change that a grant with this end would be under the rule. */
    public static Change change(Command.Grant command, Optional<Instant> until, Rule rule) {
        return change(command.target(), edit(command, until, rule));
    }

    public static Change change(TargetRef ref, Edit edit) {
        return new Change(ref.registry(), ref.target(), edit, Optional.empty());
    }

    /** Returns the change that a revocation would be. Who says a word means what was given under it, whatever it stood for then. */
    public static Change change(LedgerTransaction transaction, Command.Revoke command) {
        Optional<Access> taken = command.access()
                .map(named -> transaction
                        .grants()
                        .standing(command.target().target().holder())
                        .stream()
                        .filter(grant -> grant.target().equals(command.target().target()))
                        .filter(grant ->
                                grant.principal().equals(command.principal().principal()))
                        .map(Grant::access)
                        .filter(given -> given.word().equals(named.word()))
                        .reduce(named, Access::and));
        return change(command.target(), new Edit.Revoke(command.principal().principal(), taken));
    }

    private static Edit edit(Command.Grant command, Optional<Instant> until, Rule rule) {
        var grant = Edit.Grant.asked(
                command.principal().principal(),
                command.access().under(rule.terms().conditions()),
                until);
        return switch (command.manner()) {
            case IF_LACKING, BREAK_GLASS -> grant;
            case OWN -> grant.onItsOwn();
            case INSTEAD -> new TakeOver(grant.principal(), grant.access(), grant.until());
        };
    }

    /** Returns whether the command asks for a change of policies, one or several, by naming it. */
    private static boolean asks(Command command) {
        return command instanceof Several || subject(command).isPresent();
    }

    /** Returns whether a button may ask for it as it is: what takes effect without an approval has a button of its own. */
    public static boolean isOffered(Command command) {
        return asks(command) || command instanceof Command.Extend;
    }

    /** Returns what rules are asked about; empty where they aren't. */
    public static Optional<Subject> subject(Command command) {
        return command instanceof Command.Single single ? Optional.of(subject(single)) : Optional.empty();
    }

    /** As the other. */
    public static Subject subject(Command.Single single) {
        return single.visit(Wanted::subject, Wanted::subject);
    }

    public static Subject subject(Command.Grant grant) {
        return subject(Subject.Kind.GRANT, grant.target(), Optional.of(grant.access()), grant.principal());
    }

    public static Subject subject(Command.Revoke revoke) {
        return subject(Subject.Kind.REVOKE, revoke.target(), revoke.access(), revoke.principal());
    }

    private static Subject subject(Subject.Kind kind, TargetRef ref, Optional<Access> access, PrincipalRef principal) {
        return new Subject(kind, ref.registry(), ref.target(), access, principal.principal());
    }

    /**
     * Returns what is the same for two asks that mean the same: what was typed, less the reason. An end is compared as it was
     * asked for, or the same ask a minute later would differ.
     */
    public static String key(Command.Grant command) {
        return unexplained(command).text();
    }

    /** As the other; empty for what asks for no change of a policy, or names what it changes by a request. */
    public static Optional<String> key(Command command) {
        return command instanceof Command.Single single ? Optional.of(key(single)) : Optional.empty();
    }

    /** As the other. */
    public static String key(Command.Single single) {
        return single.visit(Wanted::key, Wanted::key);
    }

    /** As the other. */
    public static String key(Command.Revoke command) {
        return unexplained(command).text();
    }

    /** Returns the same, without why. */
    public static Command.Grant unexplained(Command.Grant c) {
        return new Command.Grant(c.access(), c.target(), c.principal(), c.until(), Optional.empty(), c.manner());
    }

    /** Returns the same, without why. */
    public static Command.Revoke unexplained(Command.Revoke c) {
        return new Command.Revoke(c.access(), c.target(), c.principal(), Optional.empty());
    }
}
