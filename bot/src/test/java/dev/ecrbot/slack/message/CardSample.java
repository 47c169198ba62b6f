package dev.ecrbot.slack.message;

import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.slack.Accepted;
import java.util.List;
import java.util.Optional;

/** Cards of a request, as they are drawn. */
abstract class CardSample {
    static final Principal WHOLE_ACCOUNT = new Principal.Account(Partition.AWS, Samples.SALES);

    static Accepted card(Request request, Approval... approvals) {
        return Accepted.of(
                new CardMessage(new Message.Card(request, List.of(approvals), Optional.empty()), Samples.NAMING)
                        .render());
    }

    static Accepted card(Edit edit, Optional<String> reason, int approvals, boolean endFromRule) {
        return card(Samples.request(Samples.BASE, edit, Samples.ask(reason, approvals, endFromRule)));
    }

    static Approval[] approvals(int count) {
        return Samples.approvedBy(Samples.AMIR, Samples.OLGA).subList(0, count).toArray(Approval[]::new);
    }
}
