package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.RecordedWrite;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.desk.live.OwnWriteChain;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiCall;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import dev.ecrbot.sandbox.ecr.PolicyChange;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongConsumer;

/**
 * A policy that two replicas and others write, restoring what was before among other things, while a channel is told what others
 * did, sometimes late: whatever it is told, the journal of the local ECR says so, too. The replicas' clocks differ, AWS loses
 * answers, and processes die.
 */
final class WatchedLife implements LongConsumer {
    private static final int MOVES = 60;
    private static final Duration APART = Duration.ofSeconds(3);
    private static final List<String> ROLES = List.of("ci-deployer", "role2-1", "role2-2", "nightly-build");

    private long told;
    private long checked;

    /** Returns how much was told. */
    long told() {
        return told;
    }

    /** Returns how much was checked, answers included. */
    long checked() {
        return checked;
    }

    @Override
    public void accept(long seed) {
        var story = new ArrayList<String>();
        try (World world = World.inMemory()) {
            var run = new Run(world, new Random(seed));
            try {
                run.begins();
                for (int i = 0; i < MOVES; i++) {
                    story.add(run.next());
                    assertThat(world.witness().untrueAnswers())
                            .as("what " + Witness.UNTRUE)
                            .isEmpty();
                }
                run.ends();
                assertThat(world.witness().untrueAnswers())
                        .as("what " + Witness.UNTRUE)
                        .isEmpty();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(seed + ": " + String.join("\n", story) + "\n" + e.getMessage(), e);
            }
            told += run.watchman.told().size();
            checked += world.witness().deedsChecked();
        }
    }

    private static final class Run {
        private final World world;
        private final Random random;
        private final Repository repository;
        private final Watchman watchman;
        private final List<Life> lives = new ArrayList<>();
        private int edits;

        Run(World world, Random random) {
            this.world = world;
            this.random = random;
            this.repository = world.repository("payments/watched");
            this.watchman = new Watchman(world, List.of(repository), BenchConfig.patient(), world.clock());
            lives.add(new Life(world, Fate.KIND, world.clock()));
            lives.add(new Life(world, Fate.KIND, ahead()));
        }

        private Clock ahead() {
            return Clock.offset(world.clock(), APART);
        }

        /** What draws at random would come by too seldom: what is told while a write of the bot's own is in doubt, or soon after one. */
        void begins() {
            Life life = lives.get(0);
            switch (random.nextInt(6)) {
                case 0 -> inDoubt(life);
                case 1 -> besideALostAnswer(life);
                case 2 -> rightAfterAReading(life);
                case 3 -> wipes(life);
                case 4 -> doneByOthers(life);
                default -> arrivesLate(life);
            }
            life.keepUp();
            watchman.tells();
        }

        /** AWS has taken it, and can't be read: the write is under way when its effect is read for the index, be it with others' beside. */
        private void inDoubt(Life life) {
            RequestId id = approved(life, ROLES.get(0));
            world.ecr().traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, new Fault() {});
            world.ecr().traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 60, Fault.drop(Fault.When.BEFORE));
            applied(life, id);
            passes(Duration.ofMinutes(1));
            if (random.nextBoolean()) {
                ForeignPen.write(world.ecr(), repository, true, LiveAccess.BY_HAND + " " + ++edits);
                passes(Duration.ofMinutes(1));
            }
            watchman.reads(repository);
            passes(Duration.ofMinutes(1));
        }

        /** Others write before its effect is found beside theirs. */
        private void besideALostAnswer(Life life) {
            RequestId id = approved(life, ROLES.get(1));
            world.ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, new Fault() {
                @Override
                public void after(ApiCall call) {
                    ForeignPen.write(world.ecr(), repository, true, LiveAccess.BY_HAND + " " + ++edits);
                }
            });
            applied(life, id);
            passes(Duration.ofMinutes(1));
            watchman.reads(repository);
            passes(Duration.ofMinutes(1));
        }

        private void rightAfterAReading(Life life) {
            watchman.reads(repository);
            passes(Duration.ofSeconds(3));
            applied(life, approved(life, ROLES.get(2)));
            passes(Duration.ofMinutes(1));
            ForeignPen.write(world.ecr(), repository, true, LiveAccess.BY_HAND + " " + ++edits);
            passes(Duration.ofMinutes(1));
            watchman.reads(repository);
            passes(Duration.ofMinutes(1));
        }

        /** Others write, and are read for the index, after the bot has read what it plans its write on. */
        private void wipes(Life life) {
            RequestId id = approved(life, ROLES.get(0));
            world.ecr().traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, new Fault() {
                @Override
                public void after(ApiCall call) {
                    passes(Duration.ofMillis(1));
                    ForeignPen.write(world.ecr(), repository, true, LiveAccess.BY_HAND + " " + ++edits);
                    passes(Duration.ofMillis(1));
                    watchman.reads(repository);
                    // So late that the reading can't have come after the write.
                    passes(Duration.ofSeconds(25));
                }
            });
            applied(life, id);
            passes(Duration.ofMinutes(1));
            watchman.reads(repository);
            passes(Duration.ofMinutes(1));
        }

        /** What never arrives is done by others meanwhile, so that its effect is found. */
        private void doneByOthers(Life life) {
            applied(life, approved(life, ROLES.get(0)));
            passes(Duration.ofMinutes(1));
            watchman.reads(repository);
            passes(Duration.ofMinutes(1));
            RequestId id = life.asks(DeskBench.RITA, "revoke all " + repository.name() + " sales " + ROLES.get(0));
            life.approves(DeskBench.AMIR, world.now(id));
            Fault lost = Fault.drop(Fault.When.BEFORE);
            var others = new Fault() {
                @Override
                public void before(ApiCall call) {
                    ForeignPen.write(world.ecr(), repository, false, LiveAccess.BY_HAND + " " + ++edits);
                    lost.before(call);
                }
            };
            world.ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, others);
            world.ecr().traffic().fault(ApiOperation.DELETE_REPOSITORY_POLICY, 1, others);
            applied(life, id);
            passes(Duration.ofMinutes(1));
            watchman.reads(repository);
            passes(Duration.ofMinutes(1));
        }

        /** Its request has failed, and what it was to do is in the policy all the same, be it once nobody looks for it any more. */
        private void arrivesLate(Life life) {
            RequestId id = approved(life, ROLES.get(3));
            world.ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.BEFORE));
            applied(life, id);
            Request failed = world.now(id);
            RecordedWrite late = world.ledger()
                    .<Optional<RecordedWrite>>transact(books -> books.writes().of(id))
                    .orElseThrow();
            passes(Duration.ofMinutes(1));
            if (random.nextBoolean()) {
                passes(Duration.ofMinutes(50));
                watchman.reads(repository);
                passes(Duration.ofMinutes(10));
                life.sweepAndRead();
            }
            var bot = new ModelPolicies(world.ecr());
            bot.read(repository);
            bot.write(
                    repository,
                    OwnWriteChain.document(late.proposed()),
                    failed.change().edit().principal(),
                    OnBehalf.of(failed));
            passes(Duration.ofMinutes(1));
            watchman.reads(repository);
            passes(Duration.ofMinutes(1));
        }

        private RequestId approved(Life life, String role) {
            RequestId id = life.asks(DeskBench.RITA, "grant pull " + repository.name() + " sales " + role);
            life.approves(DeskBench.AMIR, world.now(id));
            return id;
        }

        private void applied(Life life, RequestId id) {
            life.applyNext();
            world.ecr().traffic().clearFaults();
            assertThat(world.now(id).stage().state()).isNotEqualTo(RequestState.PENDING);
        }

        private void passes(Duration time) {
            world.clock().advance(time);
        }

        String next() {
            // Of two things at one moment the local ECR's journal couldn't tell which was first.
            world.clock().advance(Duration.ofMillis(1));
            Life life = lives.get(random.nextInt(lives.size()));
            int dice = random.nextInt(100);
            if (dice < 30) {
                return changes(life);
            } else if (dice < 45) {
                return others();
            } else if (dice < 60) {
                watchman.reads(repository);
                return "read";
            } else if (dice < 70) {
                life.keepUp();
                return "index";
            } else if (dice < 80) {
                watchman.slackIsDown(random.nextInt(4) == 0);
                watchman.tells();
                return "told " + watchman.told().size();
            } else if (dice < 90) {
                Duration time = random.nextBoolean()
                        ? Duration.ofSeconds(1 + random.nextInt(50))
                        : Duration.ofMinutes(2 + random.nextInt(60));
                world.clock().advance(time);
                return "clock " + time;
            } else if (dice < 94) {
                String question = random.nextBoolean() ? "history payments/watched" : "audit foreign";
                return question + " -> "
                        + life.types(DeskBench.RITA, question).getClass().getSimpleName();
            } else if (dice < 97) {
                life.sweepAndRead();
                return "sweep";
            }
            lives.set(
                    lives.indexOf(life),
                    new Life(world, Fate.KIND, lives.indexOf(life) == 0 ? world.clock() : ahead()));
            return "restart";
        }

        /** Something is asked for, approved and applied; AWS may lose the answer, or refuse. */
        private String changes(Life life) {
            String role = ROLES.get(random.nextInt(ROLES.size()));
            String text =
                    (random.nextInt(3) == 0 ? "revoke all " : "grant pull ") + repository.name() + " sales " + role;
            Answer answer = life.types(DeskBench.RITA, text);
            if (!(answer instanceof Answer.Filed filed)) {
                life.applyNext();
                return text + " -> " + answer.getClass().getSimpleName();
            }
            RequestId id = filed.request().id();
            life.approves(DeskBench.AMIR, filed.request());
            String faults = random.nextInt(3) == 0 ? Weather.hits(world.ecr(), random) : "";
            if (random.nextInt(4) == 0) {
                others();
            }
            life.applyNext();
            world.ecr().traffic().clearFaults();
            return text + " -> " + world.now(id).stage().state() + faults;
        }

        private String others() {
            world.clock().advance(Duration.ofMillis(1));
            List<PolicyChange> past = world.ecr().history(repository);
            int dice = random.nextInt(3);
            if (dice == 0 && !past.isEmpty()) {
                Optional<String> old = past.get(random.nextInt(past.size())).text();
                old.ifPresent(text -> world.ecr().setPolicy(repository, text));
                world.clock().advance(Duration.ofMillis(1));
                return "others restore";
            }
            ForeignPen.write(world.ecr(), repository, dice == 1, LiveAccess.BY_HAND + " " + ++edits);
            world.clock().advance(Duration.ofMillis(1));
            return "others write" + (dice == 1 ? "" : ", over ours");
        }

        void ends() {
            lives.forEach(Life::keepUp);
            watchman.reads(repository);
            world.clock().advance(Duration.ofMinutes(2));
            watchman.slackIsDown(false);
            watchman.tells();
            lives.get(0).types(DeskBench.RITA, "history payments/watched");
        }
    }
}
