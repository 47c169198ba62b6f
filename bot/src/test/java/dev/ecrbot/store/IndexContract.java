package dev.ecrbot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.index.IndexStore;
import dev.ecrbot.index.KeptRepository;
import dev.ecrbot.index.PolicyChange;
import dev.ecrbot.index.PolicyReading;
import dev.ecrbot.index.PullThroughRule;
import dev.ecrbot.index.RegistryFacts;
import dev.ecrbot.index.ReplicationRule;
import dev.ecrbot.policy.PolicyDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

abstract class IndexContract extends OnPlace {
    private static final RegionalRegistry HERE =
            new RegionalRegistry(new AccountId("111111111111"), new Region("us-west-2"));
    private static final Instant CRAWL = Samples.NOW;
    private static final Instant LATER = CRAWL.plusSeconds(60);
    private static final RepositoryName ONE = new RepositoryName("a/one");
    private static final RepositoryName TWO = new RepositoryName("a/two");
    private static final PolicyDocument LONG = policy("arn:aws:iam::333333333333:role/of-a-name-long-enough-to-be-kept"
            + "-elsewhere-than-in-the-row-itself-for-which-two-hundred-characters-are-needed");

    private IndexStore index() {
        return ledger().index();
    }

    @Test
    void keepsWhatHoldsForARegistry() {
        assertThat(index().registry(HERE).begun()).isEmpty();
        index().begin(HERE, CRAWL);
        assertThat(index().registry(HERE).underWay()).isTrue();
        assertThat(index().registry(HERE).facts()).isEqualTo(RegistryFacts.NONE);
        var facts = new RegistryFacts(
                LONG,
                false,
                List.of(new CreationTemplate("team", Set.of("REPLICATION", "CREATE_ON_PUSH"), policy("*"))),
                List.of(
                        new PullThroughRule("hub", "registry-1.docker.io", Optional.empty()),
                        new PullThroughRule("ecr", "x", Optional.of("arn:aws:iam::111111111111:role/r"))),
                List.of(
                        new ReplicationRule(List.of(HERE), List.of()),
                        new ReplicationRule(List.of(HERE, HERE), List.of("team/", "x"))));
        index().listedAll(HERE, CRAWL, facts, Optional.of(CRAWL), List.of("One.", "Two\nlines."));
        assertThat(index().registry(HERE).facts()).isEqualTo(facts);
        assertThat(index().registry(HERE).troubles()).containsExactly("One.", "Two lines.");
        assertThat(index().registry(HERE).listed()).isTrue();
        index().finish(HERE, LATER);
        assertThat(index().registry(HERE).underWay()).isFalse();
        index().begin(HERE, LATER.plusSeconds(1));
        assertThat(index().registry(HERE).underWay()).isTrue();
        assertThat(index().registry(HERE).listed()).isFalse();
        assertThat(index().registry(HERE).facts()).isEqualTo(facts);
    }

    @Test
    void knowsWhatIsStillToBeRead() {
        index().begin(HERE, CRAWL);
        index().listed(HERE, CRAWL, List.of(TWO, ONE));
        assertThat(index().unread(HERE, CRAWL)).containsExactly(ONE, TWO);
        index().read(List.of(reading(ONE, LONG, CRAWL)));
        assertThat(index().unread(HERE, CRAWL)).containsExactly(TWO);
        index().failed(Map.of(repository(TWO), "Denied."), CRAWL);
        assertThat(index().unread(HERE, CRAWL)).isEmpty();
        assertThat(kept(TWO).trouble()).contains("Denied.");
        assertThat(kept(TWO).policy()).isEmpty();
        assertThat(kept(ONE).policy()).contains(LONG.text());
        assertThat(index().unread(HERE, LATER)).containsExactly(ONE, TWO);
    }

    @Test
    void whatTheListHasNotIsGoneUntilItIsThereAgain() {
        index().begin(HERE, CRAWL);
        index().listed(HERE, CRAWL, List.of(ONE, TWO));
        index().listed(HERE, LATER, List.of(ONE));
        index().listedAll(HERE, LATER, RegistryFacts.NONE, Optional.of(LATER), List.of());
        assertThat(kept(TWO).gone()).isTrue();
        assertThat(kept(ONE).gone()).isFalse();
        assertThat(index().unread(HERE, LATER)).containsExactly(ONE);
        index().gone(List.of(repository(ONE)), LATER);
        assertThat(kept(ONE).gone()).isTrue();
        index().listed(HERE, LATER.plusSeconds(1), List.of(ONE, TWO));
        assertThat(kept(TWO).gone()).isFalse();
    }

    @Test
    void whatWasAskedForEarlierReplacesNothing() {
        index().listed(HERE, CRAWL, List.of(ONE));
        index().read(List.of(reading(ONE, LONG, LATER)));
        index().read(List.of(reading(ONE, policy("*"), CRAWL)));
        assertThat(kept(ONE).policy()).contains(LONG.text());
        assertThat(index().changesSince(Instant.EPOCH, 0, 100)).isEmpty();
    }

    @Test
    void notesChangesOfMeaningOnly() {
        index().listed(HERE, CRAWL, List.of(ONE));
        index().read(List.of(reading(ONE, policy("111111111111\",\"222222222222"), CRAWL)));
        index().read(List.of(reading(ONE, policy("222222222222\",\"111111111111"), CRAWL.plusSeconds(1))));
        index().read(List.of(reading(ONE, LONG, CRAWL.plusSeconds(2))));
        index().read(List.of(reading(ONE, PolicyDocument.empty(), CRAWL.plusSeconds(3))));
        assertThat(index().changesSince(CRAWL, 0, 100))
                .extracting(PolicyChange::after)
                .containsExactly(LONG, PolicyDocument.empty());
        assertThat(index().changesSince(CRAWL.plusSeconds(3), 0, 100))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).isEqualTo(LONG);
                    assertThat(change.since()).contains(CRAWL.plusSeconds(2));
                });
    }

    @Test
    void handsChangesOverInParts() {
        index().listed(HERE, CRAWL, List.of(ONE));
        for (int i = 0; i < 6; i++) {
            index().read(List.of(reading(ONE, i % 2 == 0 ? LONG : PolicyDocument.empty(), CRAWL.plusSeconds(i))));
        }
        List<PolicyChange> first = index().changesSince(CRAWL, 0, 2);
        List<PolicyChange> rest = index().changesSince(CRAWL, first.get(1).seq(), 100);
        assertThat(first).extracting(PolicyChange::at).containsExactly(CRAWL.plusSeconds(1), CRAWL.plusSeconds(2));
        assertThat(rest)
                .extracting(PolicyChange::at)
                .containsExactly(CRAWL.plusSeconds(3), CRAWL.plusSeconds(4), CRAWL.plusSeconds(5));
    }

    @Test
    void knowsTheChangesOfOnePolicyNewestFirst() {
        index().listed(HERE, CRAWL, List.of(ONE, TWO));
        for (int i = 0; i < 4; i++) {
            PolicyDocument policy = i % 2 == 0 ? LONG : PolicyDocument.empty();
            index().read(List.of(
                    reading(ONE, policy, CRAWL.plusSeconds(i)), reading(TWO, policy, CRAWL.plusSeconds(i))));
        }
        assertThat(index().changesOf(repository(ONE), 2))
                .extracting(PolicyChange::after)
                .containsExactly(PolicyDocument.empty(), LONG);
        assertThat(index().changesOf(repository(ONE), 100))
                .hasSize(3)
                .allSatisfy(change -> assertThat(change.holder()).isEqualTo(repository(ONE)));
        assertThat(index().changesOf(HERE, 100)).isEmpty();
    }

    @Test
    void theRegistrysPolicyIsKeptAsItWasReadLast() {
        index().read(List.of(new PolicyReading(HERE, LONG, Map.of(), CRAWL)));
        assertThat(index().registry(HERE).facts()).as("an unknown one").isEqualTo(RegistryFacts.NONE);
        index().begin(HERE, CRAWL);
        var found = new RegistryFacts(policy("*"), false, List.of(), List.of(), List.of());
        index().listedAll(HERE, CRAWL, found, Optional.of(CRAWL), List.of());
        index().finish(HERE, LATER);
        index().read(List.of(new PolicyReading(HERE, LONG, Map.of(), LATER)));
        index().read(List.of(new PolicyReading(HERE, policy("*"), Map.of(), CRAWL)));
        assertThat(index().registry(HERE).facts()).isEqualTo(found.ruledBy(LONG));
        assertThat(index().changesSince(CRAWL, 0, 100)).singleElement().satisfies(change -> {
            assertThat(change.holder()).isEqualTo(HERE);
            assertThat(change.after()).isEqualTo(LONG);
            assertThat(change.since()).contains(CRAWL);
        });
    }

    @Test
    void aCrawlDoesNotReplaceTheRegistrysPolicyThatWasReadSinceItBegan() {
        index().begin(HERE, CRAWL);
        index().listedAll(HERE, CRAWL, RegistryFacts.NONE, Optional.of(CRAWL), List.of());
        index().finish(HERE, CRAWL);
        index().begin(HERE, LATER);
        index().listedAll(HERE, LATER, RegistryFacts.NONE, Optional.of(LATER), List.of());
        index().read(List.of(new PolicyReading(HERE, LONG, Map.of(), LATER.plusSeconds(1))));
        index().listedAll(HERE, LATER, RegistryFacts.NONE, Optional.of(LATER), List.of());
        assertThat(index().registry(HERE).facts().policy()).isEqualTo(LONG);
        index().begin(HERE, LATER.plusSeconds(2));
        index().listedAll(HERE, LATER.plusSeconds(2), RegistryFacts.NONE, Optional.of(LATER.plusSeconds(2)), List.of());
        assertThat(index().registry(HERE).facts().policy()).isEqualTo(PolicyDocument.empty());
    }

    private KeptRepository kept(RepositoryName name) {
        return index().keptSince(Instant.EPOCH).stream()
                .filter(one -> one.repository().equals(repository(name)))
                .findFirst()
                .orElseThrow();
    }

    private static PolicyReading reading(RepositoryName name, PolicyDocument policy, Instant at) {
        return new PolicyReading(repository(name), policy, Map.of("team", "a"), at);
    }

    private static Repository repository(RepositoryName name) {
        return new Repository(HERE.account(), HERE.region(), name);
    }

    private static PolicyDocument policy(String principal) {
        return PolicyDocument.parse("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                + "{\"AWS\":[\"" + principal + "\"]},\"Action\":\"ecr:BatchGetImage\"}]}");
    }
}
