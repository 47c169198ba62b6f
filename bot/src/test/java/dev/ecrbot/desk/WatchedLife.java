package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.ecr.Repository;
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
        private final HandEdits others;
        private final List<Life> lives = new ArrayList<>();

        Run(World world, Random random) {
            this.world = world;
            this.random = random;
            this.repository = world.repository("payments/watched");
            this.watchman = new Watchman(world, List.of(repository), BenchConfig.patient(), world.clock());
            this.others = new HandEdits(world, repository);
            lives.add(new Life(world, Fate.KIND, world.clock()));
            lives.add(new Life(world, Fate.KIND, ahead()));
        }

        private Clock ahead() {
            return Clock.offset(world.clock(), APART);
        }

        void begins() {
            Life life = lives.get(0);
            new WatchedPrelude(world, life, repository, watchman, others).play(random);
            life.keepUp();
            watchman.tells();
        }

        String next() {
            // Of two things at one moment the local ECR's journal couldn't tell which was first.
            world.clock().advance(Duration.ofMillis(1));
            Life life = lives.get(random.nextInt(lives.size()));
            int dice = random.nextInt(100);
            if (dice < 30) {
                return changes(life);
            } else if (dice < 45) {
                return othersAct();
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
            String role = WatchedPrelude.ROLES.get(random.nextInt(WatchedPrelude.ROLES.size()));
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
                othersAct();
            }
            life.applyNext();
            world.ecr().traffic().clearFaults();
            return text + " -> " + world.now(id).stage().state() + faults;
        }

        private String othersAct() {
            world.clock().advance(Duration.ofMillis(1));
            List<PolicyChange> past = world.ecr().history(repository);
            int dice = random.nextInt(3);
            if (dice == 0 && !past.isEmpty()) {
                Optional<String> old = past.get(random.nextInt(past.size())).text();
                old.ifPresent(text -> world.ecr().setPolicy(repository, text));
                world.clock().advance(Duration.ofMillis(1));
                return "others restore";
            }
            others.write(dice == 1);
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
