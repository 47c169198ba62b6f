package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.Seed;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.tell.BundleCard;
import dev.ecrbot.desk.tell.Message;
import dev.ecrbot.desk.tell.Note;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.FaultByRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is asked for at once, with AWS throttling some of it and refusing some for ever, and the process killed again and again
 * between asking and telling: none of it is done twice, lost, or left untold.
 */
final class AtOnceCrashTest {
    private static final int FOR_EVER = 1_000_000;
    private static final int REFUSALS = 1_000;
    private static final int LONGEST_LIFE = 400;

    @Test
    void twelveInTwoAsks() {
        killed(2, 6, 6);
    }

    @Test
    @Tag("full")
    void twoHundredInTenAsks() {
        killed(10, 20, 20);
    }

    @Test
    void sixRevokedAtOnce() {
        long seed = Seed.ofThisRun();
        var random = new Random(seed);
        int each = 6;
        try (World world = World.inMemory()) {
            List<Repository> all = IntStream.range(0, each)
                    .mapToObj(number -> world.repository("payments/at-once-" + number))
                    .toList();
            RequestId given = new Life(world).asks(DeskBench.RITA, line(all));
            lives(world, Fate.KIND, List.of(given));
            var writes = new FaultByRepository();
            world.ecr().traffic().fault(ApiOperation.DELETE_REPOSITORY_POLICY, FOR_EVER, writes);
            writes.next(all.get(0), REFUSALS, Fault.deny());
            writes.next(all.get(1), 3, Fault.throttle());
            RequestId lead = new Life(world)
                    .asks(
                            DeskBench.RITA,
                            line(all).replace("grant pull", "revoke pull").replace(" for 30d", ""));
            for (int kill = 0; kill < each; kill++) {
                lives(world, new Doom(1 + random.nextInt(LONGEST_LIFE)), List.of(lead));
            }
            lives(world, Fate.KIND, List.of(lead));
            lives(world, Fate.KIND, List.of(lead));
            check(world, lead, each, 1, Note.Revoked.class);
            new Journal(world).checkTold();
            world.checkSaid();
        } catch (AssertionError e) {
            throw new AssertionError("-Dtests.seed=" + seed, e);
        }
    }

    private static void killed(int asks, int each, int kills) {
        long seed = Seed.ofThisRun();
        var random = new Random(seed);
        try (World world = World.inMemory()) {
            var writes = new FaultByRepository();
            world.ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, FOR_EVER, writes);
            List<Repository> all = IntStream.range(0, asks * each)
                    .mapToObj(number -> repository(world, writes, number, each))
                    .toList();
            var leads = new ArrayList<RequestId>();
            for (int ask = 0; ask < asks; ask++) {
                leads.add(new Life(world).asks(DeskBench.RITA, line(all.subList(ask * each, (ask + 1) * each))));
            }
            for (int kill = 0; kill < kills; kill++) {
                lives(world, new Doom(1 + random.nextInt(LONGEST_LIFE)), leads);
            }
            // What AWS throttles to the last needs more rounds than one.
            lives(world, Fate.KIND, leads);
            lives(world, Fate.KIND, leads);
            leads.forEach(lead -> check(world, lead, each, 0, Note.Granted.class));
            all.forEach(world::checkRecorded);
            new Journal(world).checkTold();
            world.checkSaid();
        } catch (AssertionError e) {
            throw new AssertionError("-Dtests.seed=" + seed, e);
        }
    }

    /** The first of each ask can never be written, and the second is throttled for a while. */
    private static Repository repository(World world, FaultByRepository writes, int number, int each) {
        Repository repository = world.repository("payments/at-once-" + number);
        if (number % each == 0) {
            writes.next(repository, REFUSALS, Fault.deny());
        } else if (number % each == 1) {
            writes.next(repository, 3, Fault.throttle());
        }
        return repository;
    }

    private static String line(List<Repository> repositories) {
        String list = repositories.stream()
                .map(repository -> repository.name().value())
                .collect(Collectors.joining(","));
        return "grant pull " + list + " sales ci-deployer for 30d because all of it";
    }

    /** A process that clicks on what waits, and does all that is to be done, unless it dies before. */
    private static void lives(World world, Fate fate, List<RequestId> leads) {
        try {
            var life = new Life(world, fate);
            for (RequestId lead : leads) {
                Request now = world.now(lead);
                if (now.stage().state() == RequestState.PENDING) {
                    assertThat(life.approves(DeskBench.AMIR, now)).isInstanceOf(Answer.Approved.class);
                }
            }
            life.untilQuiet();
        } catch (CrashError e) {
            assertThat(fate).isInstanceOf(Doom.class);
        }
    }

    private static void check(World world, RequestId lead, int each, int before, Class<? extends Note> done) {
        var journal = new Journal(world);
        List<Request> members = world.ledger()
                .transact(books -> books.bundles()
                        .of(lead)
                        .map(bundle -> bundle.all(books))
                        .orElseThrow());
        assertThat(members).hasSize(each);
        for (Request member : members) {
            journal.check(member.id());
            boolean broken = member.id().equals(lead);
            assertThat(member.stage().state())
                    .as(world.events(member.id()).toString())
                    .isEqualTo(broken ? RequestState.FAILED : RequestState.APPLIED);
            journal.checkShown(member.id());
            assertThat(world.botChanges((Repository) member.change().target())).hasSize(broken ? before : before + 1);
            assertThat(world.mailbox().notes(member.id()))
                    .anyMatch(broken ? Note.Failed.class::isInstance : done::isInstance);
        }
        BundleCard last = world.mailbox().of(BundleCard.class).stream()
                .filter(card -> card.request().id().equals(lead))
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(last.waiting()).isEmpty();
        assertThat(world.mailbox().of(Message.Private.class).stream()
                        .filter(told -> told.request().id().equals(lead))
                        .filter(told -> told.note() instanceof Note.Together))
                .as("nobody waits for what they may have taken away at once")
                .hasSize(done.equals(Note.Granted.class) ? 1 : 0);
        assertThat(world.untold()).isZero();
    }
}
