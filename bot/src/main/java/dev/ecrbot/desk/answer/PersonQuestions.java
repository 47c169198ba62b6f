package dev.ecrbot.desk.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.desk.judge.ViewerCheck;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.RequestFilter;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.rules.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what a person asked for. */
final class PersonQuestions {
    /** So many are looked through where the asker isn't told of all. */
    private static final int MOST = 1_000;

    private final Ledger ledger;
    private final ViewerCheck viewers;

    PersonQuestions(Ledger ledger, ViewerCheck viewers) {
        this.ledger = ledger;
        this.viewers = viewers;
    }

    PersonsAccess access(PersonId asker, FleetInquiry.OfPerson asked) {
        var whom = new PersonId(asker.team(), asked.user());
        var filter = new RequestFilter(Optional.of(whom), Optional.empty(), Set.of());
        String question = new FleetInquiry.OfPerson(asked.user(), 1).text();
        boolean all = whom.equals(asker) || !viewers.isNarrow();
        return ledger.transact(transaction -> {
            List<Request> told = all
                    ? List.of()
                    : transaction.requests().matching(filter, MOST).stream()
                            .filter(request -> viewers.refusal(
                                            asker,
                                            request.change().registry(),
                                            request.change().target())
                                    .isEmpty())
                            .toList();
            var paging = new Paging(
                    question, asked.page(), all ? transaction.requests().count(filter) : told.size());
            List<Request> page =
                    all ? transaction.requests().matching(filter, paging.before(), Paging.SIZE) : paging.cut(told);
            return new PersonsAccess(
                    whom,
                    page.stream()
                            .map(request -> Records.chapter(transaction, request))
                            .toList(),
                    paging);
        });
    }
}
