package dev.ecrbot.desk;

import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * How a life begins: what people say of access has to meet each of these, and lives that only draw at random would come by some of
 * them too seldom. What isn't possible any more is passed over.
 */
record Prelude(World world, Life life, Repository repository) {
    private static final int KINDS = 9;

    void play(Random random) {
        switch (random.nextInt(KINDS)) {
            case 0 -> extensionUndone();
            case 1 -> partRevoked();
            case 2 -> lost();
            case 3 -> denied();
            case 4 -> answerLost();
            case 5 -> undone();
            case 6 -> deniedBeside();
            case 7 -> deletedAndMadeAgain();
            default -> extendedUnderADeny();
        }
        life.deliver();
    }

    private void extensionUndone() {
        done(grant("pull", " for 2h"))
                .flatMap(grant -> done("extend " + grant.id() + " for 3h"))
                .ifPresent(extension -> done("undo " + extension.id()));
    }

    /** Of what somebody has, all but what others gave them is taken away. */
    private void partRevoked() {
        world.ecr().setPolicy(repository, """
                {"Version": "2012-10-17", "Statement": [{"Sid": "%s lists", "Effect": "Allow",
                  "Principal": {"AWS": "%s"}, "Action": "ecr:ListImages"}]}
                """.formatted(
                        LiveAccess.BY_HAND, SeedRegistry.role(SeedRegistry.SALES, "ci-deployer")));
        world.clock().advance(Duration.ofMillis(1));
        done(grant("pull", ""));
        done("revoke pull " + who());
    }

    private void lost() {
        done(grant("pull", ""));
        ForeignPen.write(world.ecr(), repository, false, LiveAccess.BY_HAND + " over it");
        read();
    }

    private void denied() {
        done(grant("pull", ""));
        deny();
        read();
    }

    /** The write never arrived; another that is in doubt is looked for beside what others write. */
    private void answerLost() {
        world.ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.BEFORE));
        done(grant("pull", ""));
        world.ecr().traffic().clearFaults();
        ForeignPen.write(world.ecr(), repository, true, LiveAccess.BY_HAND + " beside it");
        world.clock().advance(Duration.ofMinutes(1));
        life.sweepAndRead();
    }

    private void undone() {
        done(grant("pull", "")).ifPresent(grant -> done("undo " + grant.id()));
    }

    private void extendedUnderADeny() {
        Optional<Request> grant = done(grant("pull", " for 2h"));
        deny();
        grant.ifPresent(given -> done("extend " + given.id() + " for 3h"));
    }

    /** What the registry's own policy denies is there before the grant is asked for, or soon after. */
    private void deniedBeside() {
        String role = SeedRegistry.role(SeedRegistry.SALES, "ci-deployer");
        done(grant("push", ""));
        world.clock().advance(Duration.ofMillis(1));
        ForeignPen.denyBeside(world.ecr(), repository, role, "ecr:GetDownloadUrlForLayer", "*");
        world.clock().advance(Duration.ofMillis(1));
        done(grant("pull", ""));
        read();
    }

    /** What comes back under the name of a repository has nothing of what was given in it. */
    private void deletedAndMadeAgain() {
        done(grant("pull", ""));
        world.ecr().deleteRepository(repository);
        world.clock().advance(Duration.ofMillis(1));
        world.ecr().addRepository(repository, Map.of());
        read();
    }

    private void deny() {
        world.clock().advance(Duration.ofMillis(1));
        ForeignPen.deny(
                world.ecr(),
                repository,
                SeedRegistry.role(SeedRegistry.SALES, "ci-deployer"),
                LiveAccess.BY_HAND + " no");
        world.clock().advance(Duration.ofMillis(1));
    }

    /** Lets a reading come due, and another that makes sure of what it missed. */
    private void read() {
        for (Duration time : new Duration[] {Duration.ofMinutes(70), Duration.ofMinutes(2), Duration.ofMinutes(2)}) {
            world.clock().advance(time);
            life.sweepAndRead();
        }
    }

    private String grant(String access, String end) {
        return "grant " + access + " " + who() + end;
    }

    private String who() {
        return repository.name() + " sales ci-deployer";
    }

    private Optional<Request> done(String text) {
        Answer answer = life.types(DeskBench.RITA, text);
        if (!(answer instanceof Answer.Filed filed)) {
            return Optional.empty();
        }
        life.deliver();
        life.approves(DeskBench.OLGA, filed.request());
        life.work();
        world.clock().advance(Duration.ofMillis(1));
        return Optional.of(world.now(filed.request().id()))
                .filter(request -> request.stage().state() == RequestState.APPLIED);
    }
}
