package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.ecr.PolicyChange;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the bot did to a repository's policy, read off the policy's history and the bot's own records. */
public final class Traces {
    private final World world;
    private final Repository repository;

    public Traces(World world, Repository repository) {
        this.world = world;
        this.repository = repository;
    }

    public void check() {
        nothingUndone();
        everyChangeIsOneWrite();
        nothingUnshown();
    }

    /** The bot's changes only ever add to what is its own: nothing is revoked and nothing ends here. */
    private void nothingUndone() {
        Optional<String> before = Optional.empty();
        for (PolicyChange change : world.ecr().history(repository)) {
            if (change.by().principal().equals(SeedRegistry.BOT_ROLE)) {
                assertThat(LiveAccess.of(change.text()).ours())
                        .containsAll(LiveAccess.of(before).ours());
            }
            before = change.text();
        }
    }

    private void everyChangeIsOneWrite() {
        assertThat(world.botChanges(repository)).hasSizeLessThanOrEqualTo(world.intended(repository));
        List<RecordedWrite> left = new ArrayList<>(writes());
        for (PolicyChange change : world.botChanges(repository)) {
            PolicyDocument made = PolicyDocument.parse(change.text().orElseThrow());
            RecordedWrite write = left.stream()
                    .filter(each -> made.sameAs(PolicyDocument.parse(each.proposed())))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nobody intended " + change));
            left.remove(write);
        }
    }

    /** Each write gives its own principal what its card showed, and leaves everything else as it is. */
    private void nothingUnshown() {
        for (RecordedWrite write : writes()) {
            Request request = world.now(write.request());
            var base = LiveAccess.of(Optional.of(write.base()).filter(text -> !text.isEmpty()));
            var proposed = LiveAccess.of(Optional.of(write.proposed()));
            Set<LiveAccess.Mode> gained = new HashSet<>(proposed.ours());
            gained.removeAll(base.ours());
            assertThat(proposed.ours()).containsAll(base.ours());
            assertThat(gained)
                    .extracting(LiveAccess.Mode::principal)
                    .containsOnly(request.change().edit().principal().text());
            assertThat(proposed.foreign()).isEqualTo(base.foreign());
            assertThat(world.mailbox().of(Message.Card.class))
                    .extracting(Message.Card::request)
                    .filteredOn(shown -> shown.id().equals(request.id()))
                    .filteredOn(shown -> shown.stage().state() == RequestState.PENDING)
                    .anyMatch(shown ->
                            shown.revision().number() == request.revision().number()
                                    && shown.revision()
                                            .plan()
                                            .effects()
                                            .equals(request.revision().plan().effects()));
        }
    }

    private List<RecordedWrite> writes() {
        return world.ledger().transact(books -> books.writes().after(repository, 0));
    }
}
