package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Decisions by people who may decide and by people who may not, and whether they have to be taken. */
public final class Clicks {
    private static final List<PersonId> CLICKERS = List.of(
            DeskBench.AMIR,
            DeskBench.OLGA,
            DeskBench.AMIR,
            DeskBench.OLGA,
            DeskBench.OLGA,
            DeskBench.BEN,
            DeskBench.RITA);

    private final World world;
    private final Random random;
    private boolean amirDecides = true;

    public Clicks(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    /** Has somebody decide something, or try to, and returns what it was. */
    public String next(Life life) {
        List<Request> waiting =
                world.ledger().transact(books -> books.requests().pending(100));
        if (waiting.isEmpty()) {
            return "nothing to click";
        }
        Request request = waiting.get(random.nextInt(waiting.size()));
        PersonId person = CLICKERS.get(random.nextInt(CLICKERS.size()));
        PersonId asker = request.ask().orElseThrow().requester();
        int kind = random.nextInt(16);
        boolean approver =
                isThere(person) && (person.equals(DeskBench.OLGA) || (amirDecides && person.equals(DeskBench.AMIR)));
        if (kind == 0) {
            boolean own = life.types(person, "cancel " + request.id()) instanceof Answer.Cancelled;
            assertThat(own).isEqualTo(person.equals(asker) && isThere(person));
            return person.user() + " cancels " + request.id();
        } else if (kind == 1) {
            boolean denied = life.clicks(person, request, Click.Kind.DENY) instanceof Answer.Denied;
            assertThat(denied).isEqualTo(approver);
            return person.user() + " denies " + request.id();
        }
        List<Approval> approvals = world.ledger()
                .transact(books -> books.requests()
                        .approvals(request.id(), request.revision().number()));
        boolean approvedBefore =
                approvals.stream().anyMatch(approval -> approval.by().equals(person));
        boolean inTime = end(request.change().edit())
                .filter(end -> !end.isAfter(world.clock().instant()))
                .isEmpty();
        boolean taken = life.approves(person, request) instanceof Answer.Approved;
        assertThat(taken).isEqualTo(approver && isThere(asker) && !person.equals(asker) && !approvedBefore && inTime);
        return person.user() + " approves " + request.id() + " -> " + taken;
    }

    /** Has the rules list Amir from now on, or not any more. */
    void amirDecides(boolean does) {
        amirDecides = does;
    }

    private boolean isThere(PersonId person) {
        return world.people().isMember(person);
    }

    private static Optional<Instant> end(Edit edit) {
        if (edit instanceof Edit.Extend extend) {
            return extend.until();
        }
        return edit instanceof Edit.Grant grant ? grant.until() : Optional.empty();
    }
}
