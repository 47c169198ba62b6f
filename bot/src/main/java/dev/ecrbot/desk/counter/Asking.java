package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.PrincipalRef;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.TakeOver;
import dev.ecrbot.rules.End;
import dev.ecrbot.rules.Ends;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Serves whoever asks for access, or to have it taken away. */
final class Asking {
    private final Ledger ledger;
    private final Admission admission;
    private final Filings filings;
    private final RecordedRefusals refusals;
    private final Clock clock;

    Asking(Ledger ledger, Admission admission, Filings filings, RecordedRefusals refusals, Clock clock) {
        this.ledger = ledger;
        this.admission = admission;
        this.filings = filings;
        this.refusals = refusals;
        this.clock = clock;
    }

    Answer grant(Asker asker, Command.Grant command) {
        Rule rule = admission.admitted(
                asker,
                command,
                subject(Subject.Kind.GRANT, command.target(), Optional.of(command.access()), command.principal()),
                command.reason());
        Instant now = clock.instant();
        End end = Ends.end(command.until().from(now), now, rule.terms().maxDuration());
        Optional<End.At> at = end.orElseThrow(problem -> refusals.ask(asker.person(), command.text(), problem));
        Edit given = edit(command, at.map(End.At::instant));
        var ask = Filing.ask(
                asker, rule, command.reason(), at.filter(End.At::fromRule).isPresent());
        return filings.file(new Filing(asker, command, change(command.target(), given), rule, ask, key(command)));
    }

    private static Edit edit(Command.Grant command, Optional<Instant> until) {
        var grant = Edit.Grant.asked(command.principal().principal(), command.access(), until);
        return switch (command.manner()) {
            case IF_LACKING -> grant;
            case OWN -> grant.onItsOwn();
            case INSTEAD -> new TakeOver(grant.principal(), grant.access(), grant.until());
        };
    }

    Answer revoke(Asker asker, Command.Revoke command) {
        Rule rule = admission.admitted(
                asker,
                command,
                subject(Subject.Kind.REVOKE, command.target(), command.access(), command.principal()),
                command.reason());
        var edit = new Edit.Revoke(command.principal().principal(), taken(command));
        var ask = Filing.ask(asker, rule, command.reason(), false);
        return filings.file(new Filing(asker, command, change(command.target(), edit), rule, ask, key(command)));
    }

    // Who says a word means what was given under it, too, whatever it stood for then.
    private Optional<Access> taken(Command.Revoke command) {
        return command.access()
                .map(named -> ledger.transact(transaction ->
                        transaction.grants().standing(command.target().target().holder()).stream()
                                .filter(grant ->
                                        grant.target().equals(command.target().target()))
                                .filter(grant -> grant.principal()
                                        .equals(command.principal().principal()))
                                .map(Grant::access)
                                .filter(given -> given.word().equals(named.word()))
                                .reduce(named, Access::and)));
    }

    private static Change change(TargetRef ref, Edit edit) {
        return new Change(ref.registry(), ref.target(), edit, Optional.empty());
    }

    /** Returns what rules are asked about; empty where they aren't. */
    static Optional<Subject> subject(Command command) {
        if (command instanceof Command.Grant grant) {
            return Optional.of(
                    subject(Subject.Kind.GRANT, grant.target(), Optional.of(grant.access()), grant.principal()));
        }
        return command instanceof Command.Revoke revoke
                ? Optional.of(subject(Subject.Kind.REVOKE, revoke.target(), revoke.access(), revoke.principal()))
                : Optional.empty();
    }

    private static Subject subject(Subject.Kind kind, TargetRef ref, Optional<Access> access, PrincipalRef principal) {
        return new Subject(kind, ref.registry(), ref.target(), access, principal.principal());
    }

    // What was typed, less the reason: an end is compared as it was asked for, or the same ask a minute later would
    // differ.
    private static String key(Command.Grant c) {
        return unexplained(c).text();
    }

    private static String key(Command.Revoke c) {
        return unexplained(c).text();
    }

    /** Returns the same, without why. */
    static Command.Grant unexplained(Command.Grant c) {
        return new Command.Grant(c.access(), c.target(), c.principal(), c.until(), Optional.empty(), c.manner());
    }

    /** Returns the same, without why. */
    static Command.Revoke unexplained(Command.Revoke c) {
        return new Command.Revoke(c.access(), c.target(), c.principal(), Optional.empty());
    }
}
