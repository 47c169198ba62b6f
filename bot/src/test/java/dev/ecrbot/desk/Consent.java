package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.rules.PersonId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks who let what happen: nothing is approved but by people who may and did click on what they saw, or by a rule that says so. */
final class Consent {
    /** What only people do. That what a machine asked for took effect is recorded as its own, once people have approved it. */
    private static final Set<EventKind> BY_PEOPLE = EnumSet.of(
            EventKind.APPROVAL_GIVEN,
            EventKind.APPROVED,
            EventKind.APPROVED_BY_RULE,
            EventKind.BROKE_GLASS,
            EventKind.GLASS_REVIEWED,
            EventKind.DENIED,
            EventKind.DENIAL_REASON_GIVEN,
            EventKind.SHORTENED,
            EventKind.ENDING,
            EventKind.UNDONE,
            EventKind.TRIED_AGAIN,
            EventKind.COMMENTED);

    private static final Set<PersonId> APPROVERS = Set.of(DeskBench.AMIR, DeskBench.OLGA);

    /** Somebody clicked Approve on a card as it was then. */
    private record Clicked(PersonId by, RequestId request, int revision) {}

    private final DeskBench bench;
    private final List<Clicked> clicked = new ArrayList<>();

    Consent(DeskBench bench) {
        this.bench = bench;
    }

    void clicked(PersonId by, RequestId request, int revision) {
        clicked.add(new Clicked(by, request, revision));
    }

    void check(List<Request> all) {
        all.forEach(request -> check(request, all));
    }

    private void check(Request request, List<Request> all) {
        List<Event> events = bench.ledger.transact(books -> books.events().of(request.id()));
        if (request.ask().filter(ask -> ask.requester().isMachine()).isPresent()) {
            assertThat(request.authority()).isEqualTo(Authority.APPROVAL);
        }
        assertThat(events)
                .filteredOn(event -> event.actor().filter(PersonId::isMachine).isPresent())
                .extracting(Event::kind)
                .doesNotContainAnyElementsOf(BY_PEOPLE);
        boolean begun = events.stream().anyMatch(event -> event.kind() == EventKind.APPLYING);
        boolean approved = EnumSet.of(RequestState.APPROVED, RequestState.APPLYING, RequestState.APPLIED)
                .contains(request.stage().state());
        if (!begun && !approved) {
            return;
        }
        switch (request.authority()) {
            case APPROVAL -> assertThat(events).anyMatch(event -> isByClick(request, event));
            case RULE -> {
                assertThat(request.change().edit()).isInstanceOf(Edit.Grant.class);
                assertThat(events).anyMatch(event -> event.kind() == EventKind.APPROVED_BY_RULE);
            }
            case PERSON -> atOnce(request, events);
            case BOT -> assertThat(request.change().edit()).isInstanceOf(Edit.End.class);
        }
        assertThat(all.stream().filter(Consent::isByRule))
                .as("as many as the rule may a day")
                .hasSizeLessThan(2);
    }

    /** An approver revokes at once; somebody whom the rule names breaks the glass; an approver who didn't reviews that. */
    private void atOnce(Request request, List<Event> events) {
        PersonId by = request.maker().orElseThrow();
        if (events.stream().anyMatch(event -> event.kind() == EventKind.BROKE_GLASS)) {
            assertThat(by).isIn(DeskBench.RITA, DeskBench.AMIR);
            return;
        }
        assertThat(APPROVERS).contains(by);
        if (request.change().edit() instanceof Edit.Extend) {
            RequestId broken = request.change().extended().orElseThrow().request();
            assertThat(bench.ledger
                            .transact(books -> books.requests().find(broken))
                            .orElseThrow()
                            .maker())
                    .isNotEqualTo(Optional.of(by));
            assertThat(bench.ledger.<List<Event>>transact(
                            books -> books.events().of(broken)))
                    .extracting(Event::kind)
                    .contains(EventKind.BROKE_GLASS)
                    .containsOnlyOnce(EventKind.GLASS_REVIEWED);
        } else {
            assertThat(request.change().edit()).isInstanceOf(Edit.Revoke.class);
        }
    }

    private static boolean isByRule(Request request) {
        return request.authority() == Authority.RULE;
    }

    private boolean isByClick(Request request, Event event) {
        Optional<PersonId> by = event.actor();
        return event.kind() == EventKind.APPROVED
                && by.filter(APPROVERS::contains).isPresent()
                && !by.equals(request.maker())
                && clicked.contains(new Clicked(
                        by.get(), request.id(), Integer.parseInt(event.details().get("revision"))));
    }
}
