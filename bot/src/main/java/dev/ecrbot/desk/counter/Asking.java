package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.desk.ask.Wanted;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.rules.End;
import dev.ecrbot.rules.Ends;
import dev.ecrbot.rules.Rule;
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
        Rule rule = admission.admitted(asker, command, Wanted.subject(command), command.reason());
        Instant now = clock.instant();
        End end = Ends.end(command.until().from(now), now, rule.terms().maxDuration());
        Optional<End.At> at = end.orElseThrow(problem -> refusals.ask(asker.person(), command.text(), problem));
        var ask = Filing.ask(
                asker, rule, command.reason(), at.filter(End.At::fromRule).isPresent());
        return filings.file(new Filing(
                asker, command, Wanted.change(command, at.map(End.At::instant), rule), rule, ask, Wanted.key(command)));
    }

    Answer revoke(Asker asker, Command.Revoke command) {
        Rule rule = admission.admitted(asker, command, Wanted.subject(command), command.reason());
        var edit = new Edit.Revoke(command.principal().principal(), taken(command));
        var ask = Filing.ask(asker, rule, command.reason(), false);
        return filings.file(
                new Filing(asker, command, Wanted.change(command.target(), edit), rule, ask, Wanted.key(command)));
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
}
