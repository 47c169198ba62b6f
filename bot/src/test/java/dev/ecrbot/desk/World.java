package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.sandbox.ecr.BlindWrites;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import dev.ecrbot.sandbox.ecr.PolicyChange;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.store.MigratedH2;
import dev.ecrbot.store.StoreLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What outlives a process of the bot: its database, AWS, the people and what Slack showed them. */
public record World(
        StoreLedger ledger, EcrModel ecr, KnownPeople people, Mailbox mailbox, Witness witness, SettableClock clock)
        implements AutoCloseable {

    /** What the bot's index is about. */
    static final RegionalRegistry WEST = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);

    public static World inMemory() {
        return on(MigratedH2.fresh());
    }

    public static World on(String url) {
        return on(StoreLedger.open(url, Optional.empty()));
    }

    /** @param ledger an empty one */
    static World on(StoreLedger ledger) {
        var clock = new SettableClock(Instant.parse("2026-11-22T09:30:00Z"));
        var people = new KnownPeople();
        people.group("S0OWNERS", DeskBench.OLGA);
        EcrModel ecr = SeedRegistry.model(clock);
        var witness = new Witness(ecr);
        return new World(ledger, ecr, people, new Mailbox(witness::hears), witness, clock);
    }

    public DeskAssembly.Ports ports(StoreLedger through) {
        return new DeskAssembly.Ports(
                through,
                new ModelPolicies(ecr),
                new FleetIndex(through.index(), List.of(WEST), clock),
                people,
                mailbox);
    }

    /** Makes a repository without a policy. */
    public Repository repository(String name) {
        Repository repository = SeedRegistry.west(name);
        ecr.addRepository(repository, Map.of());
        return repository;
    }

    /** Makes a role of the account {@code sales} and returns its ARN. */
    public String role(String name) {
        String arn = SeedRegistry.role(SeedRegistry.SALES, name);
        ecr.iam().addRole(arn);
        return arn;
    }

    public Request now(RequestId id) {
        return ledger.transact(books -> books.requests().find(id)).orElseThrow();
    }

    /** Returns all requests, oldest first. */
    public List<RequestId> all() {
        return ledger.transact(books -> books.requests().in(EnumSet.allOf(RequestState.class)));
    }

    /** Returns how many writes to the repository were taken or may be: one for each time a request was shown or carried on at most. */
    public int intended(PolicyHolder holder) {
        List<RecordedWrite> writes = writes(holder).stream()
                .filter(write -> write.outcome() != RecordedWrite.Outcome.NOT_TAKEN)
                .toList();
        onceForEachRevision(writes);
        return writes.size();
    }

    /** Where others hid what became of a write whose sender died, it stays in doubt, and the request is carried on with another. */
    private void onceForEachRevision(List<RecordedWrite> writes) {
        for (RequestId writer : writes.stream().map(RecordedWrite::request).collect(Collectors.toSet())) {
            List<RecordedWrite> its = writes.stream()
                    .filter(write -> write.request().equals(writer))
                    .toList();
            int shown = now(writer).revision().number();
            long carriedOn = events(writer).stream()
                    .filter(event -> event.kind() == EventKind.APPLY_AGAIN)
                    .count();
            assertThat(its)
                    .as("writes of %s taken", writer)
                    .filteredOn(write -> write.outcome() == RecordedWrite.Outcome.TAKEN)
                    .hasSizeLessThanOrEqualTo(shown);
            assertThat((long) its.size())
                    .as("writes of %s taken or in doubt", writer)
                    .isLessThanOrEqualTo(shown + carriedOn);
        }
    }

    /** Checks that the bot sent nothing that wasn't on record before, and each thing on record once at most. */
    public void checkRecorded(PolicyHolder holder) {
        List<RecordedWrite> left = new ArrayList<>(writes(holder));
        intended(holder);
        for (PolicyChange change : botChanges(holder)) {
            RecordedWrite write = left.stream()
                    .filter(each -> OwnWriteChain.document(each.proposed())
                            .sameAs(OwnWriteChain.document(change.text().orElse(""))))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nobody intended " + change));
            left.remove(write);
        }
    }

    public List<RecordedWrite> writes(PolicyHolder holder) {
        return ledger.transact(books -> books.writes().after(holder, 0));
    }

    public List<Event> events(RequestId id) {
        return ledger.transact(books -> books.events().of(id));
    }

    /** Returns the grant that the request made. */
    public Grant grant(RequestId id) {
        return ledger.transact(books -> books.grants().find(new GrantId(id))).orElseThrow();
    }

    public Optional<CardRef> card(RequestId id) {
        return ledger.transact(books -> books.requests().card(id));
    }

    /** Checks that nothing stands in Slack by now that isn't so. */
    public void checkSaid() {
        checkSaid(clock.instant());
    }

    /** As the other, where the policies' readers have another clock. */
    void checkSaid(Instant now) {
        boolean untold = untold() > 0 || !underWay().isEmpty();
        assertThat(witness.falsehoods(now, untold))
                .as("what Slack shows and " + Witness.UNTRUE)
                .isEmpty();
        assertThat(witness.untrueAnswers())
                .as("what answers and channels were told and " + Witness.UNTRUE)
                .isEmpty();
        assertThat(witness.unsaid(untold))
                .as("what no card says, which " + Witness.UNTRUE)
                .isEmpty();
    }

    /** Returns the policies that a write of the bot's is under way for. */
    Set<PolicyHolder> underWay() {
        return ledger.transact(books -> books.requests().in(EnumSet.of(RequestState.APPLYING)).stream()
                .flatMap(id -> books.requests().find(id).stream())
                .map(request -> request.change().target().holder())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns how much Slack still has to be told. */
    public long untold() {
        return ledger.transact(books -> books.outbox().waiting());
    }

    /** Returns the changes that the bot made to a repository's policy. */
    public List<PolicyChange> botChanges(PolicyHolder holder) {
        return ecr.history(holder).stream()
                .filter(change -> change.by().principal().equals(SeedRegistry.BOT_ROLE))
                .toList();
    }

    /** Checks that the bot wrote nothing that it hadn't read. */
    void checkWrites() {
        assertThat(BlindWrites.among(ecr.traffic().calls())).isEmpty();
    }

    @Override
    public void close() {
        checkWrites();
        ledger.close();
    }
}
