package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.desk.judge.ConditionsCheck;
import dev.ecrbot.desk.judge.GrantOfRequest;
import dev.ecrbot.desk.judge.RecordedRefusals;
import dev.ecrbot.desk.judge.RuleForChange;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.GrantProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.End;
import dev.ecrbot.rules.GrantEnds;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Turns the wish for a later end into a request, through the rule that gives such access now. */
final class Extending {
    private final Ledger ledger;
    private final RecordedRefusals refusals;
    private final Admission admission;
    private final Filings filings;
    private final Clock clock;

    Extending(Ledger ledger, RecordedRefusals refusals, Admission admission, Filings filings, Clock clock) {
        this.ledger = ledger;
        this.refusals = refusals;
        this.admission = admission;
        this.filings = filings;
        this.clock = clock;
    }

    Answer extend(Asker asker, Command.Extend command) {
        PersonId person = asker.person();
        refusals.asker(person, command.text());
        GrantOfRequest given = GrantOfRequest.find(ledger, refusals, person, command.request());
        Grant grant = given.grant();
        Instant from = end(person, given);
        Rule rule = admission.admitted(asker, command, subject(grant), command.reason());
        ConditionsCheck.refusesLonger(rule, grant.access()).ifPresent(problem -> {
            throw refusals.ask(person, command.text(), problem);
        });
        Instant now = clock.instant();
        End end = GrantEnds.end(command.until().from(now), now, rule.terms().maxDuration());
        Optional<End.At> at = end.orElseThrow(problem -> refusals.ask(person, command.text(), problem));
        if (at.filter(later -> !later.instant().isAfter(from)).isPresent()) {
            throw refusals.ask(person, command.text(), sooner(grant, from));
        }
        var edit = new Edit.Extend(grant.principal(), grant.access(), from, at.map(End.At::instant));
        var change = new Change(grant.registry(), grant.target(), edit, Optional.of(grant.id()));
        Ask ask = Filing.ask(
                asker, rule, command.reason(), at.filter(End.At::fromRule).isPresent());
        return filings.file(new Filing(asker, command, change, rule, ask, "extend " + grant.id()));
    }

    /** Judges whether somebody may ask for a later end, before they say which. */
    Answer judged(Asker asker, String typedId) {
        PersonId person = asker.person();
        String text = "extend " + typedId;
        refusals.asker(person, text);
        GrantOfRequest given = GrantOfRequest.find(ledger, refusals, person, typedId);
        end(person, given);
        admission.admitted(asker, text, subject(given.grant()));
        return new Answer.FieldWanted(given.request());
    }

    /** Returns whether this person may ask for a later end, as far as can be told without asking anew. */
    boolean isOpenTo(PersonId person, Grant grant) {
        return grant.until().isPresent() && admission.isOpenTo(person, subject(grant));
    }

    private static Subject subject(Grant grant) {
        var longer = new Edit.Grant(grant.principal(), grant.access(), Optional.empty());
        return RuleForChange.subject(new Change(grant.registry(), grant.target(), longer, Optional.empty()));
    }

    private Instant end(PersonId person, GrantOfRequest given) {
        Grant grant = given.grant();
        if (grant.state() != Grant.State.ACTIVE) {
            throw refusals.decision(person, given.request(), GrantOfRequest.ended(grant));
        }
        return grant.until()
                .orElseThrow(() -> refusals.decision(
                        person,
                        given.request(),
                        GrantProblems.hasNoEnd(grant.id().toString())));
    }

    private static Problem sooner(Grant grant, Instant from) {
        return GrantProblems.endNotLater(grant.id().toString(), dev.ecrbot.policy.Ends.shown(from));
    }
}
