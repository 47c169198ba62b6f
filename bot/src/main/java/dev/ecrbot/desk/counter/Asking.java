package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.desk.ask.Wanted;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.rules.End;
import dev.ecrbot.rules.GrantEnds;
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
        End end = GrantEnds.end(command.until().from(now), now, rule.terms().maxDuration());
        Optional<End.At> at = end.orElseThrow(problem -> refusals.ask(asker.person(), command.text(), problem));
        var ask = Filing.ask(
                asker, rule, command.reason(), at.filter(End.At::fromRule).isPresent());
        return filings.file(new Filing(
                asker, command, Wanted.change(command, at.map(End.At::instant), rule), rule, ask, Wanted.key(command)));
    }

    Answer revoke(Asker asker, Command.Revoke command) {
        Rule rule = admission.admitted(asker, command, Wanted.subject(command), command.reason());
        Change change = ledger.transact(transaction -> Wanted.change(transaction, command));
        var ask = Filing.ask(asker, rule, command.reason(), false);
        return filings.file(new Filing(asker, command, change, rule, ask, Wanted.key(command)));
    }
}
