package dev.ecrbot.sandbox;

import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.time.Tempo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A Slack-like page in the browser, with the bot's real code and a local ECR behind it, on this machine alone. */
public final class Sandbox implements AutoCloseable {
    static final List<PagePerson> CAST = List.of(
            new PagePerson(SampleWorkspace.REQUESTER, "asks for access"),
            new PagePerson(SampleWorkspace.APPROVER, "approves"),
            new PagePerson(SampleWorkspace.SECOND_APPROVER, "approves, too"),
            new PagePerson(SampleWorkspace.GUEST, "a guest: may do neither"));

    private static final List<String> EXAMPLES = List.of(
            "/ecr grant pull payments/api sales ci-deployer for 7d because nightly build",
            "/ecr grant push team/tools finance because releases",
            "/ecr status legacy/mixed",
            "/ecr revoke all central/app sales role2-1",
            "/ecr requests pending",
            "/ecr help");

    /** What Ben has pasted into #general: there is something to explain from the first moment on. */
    static final String PASTED =
            "Does anybody know why the reports are red? Error response from daemon: pull access denied for"
                    + " 111111111111.dkr.ecr.us-west-2.amazonaws.com/mobile/backend, repository does not exist or may require 'docker"
                    + " login': denied: User: arn:aws:sts::333333333333:assumed-role/report-runner/build-811 is not authorized to"
                    + " perform: ecr:BatchGetImage on resource: arn:aws:ecr:us-west-2:111111111111:repository/mobile/backend because"
                    + " no resource-based policy allows the ecr:BatchGetImage action";

    private final Machine machine;
    private final SandboxPage page;

    private Sandbox(Clock clock, Tempo tempo) {
        this.machine = new Machine(TrialConfig.http().withRules(SandboxRules.ALL), new MovableClock(clock), tempo);
        Trial trial = machine.trial();
        trial.slack().enforceLimits();
        trial.slack().say(SampleWorkspace.BYSTANDER, SampleWorkspace.GENERAL.id(), PASTED);
        this.page = SandboxPage.start(
                trial.slack(),
                new LivePolicies(trial.ecr()),
                new Scene(
                        CAST,
                        EXAMPLES,
                        trial.attestation()::falsehoods,
                        machine.clock(),
                        Optional.of(new Panel(machine))));
    }

    static Sandbox start(Clock clock) {
        return start(clock, Tempo.REAL);
    }

    static Sandbox start(Clock clock, Tempo tempo) {
        return new Sandbox(clock, tempo);
    }

    public static void main(String[] args) throws InterruptedException {
        var starting = Executors.newSingleThreadScheduledExecutor();
        Future<?> unused = starting.scheduleAtFixedRate(
                () -> System.out.println("  The local Slack, the local ECR and ecr-bot are starting…"),
                0,
                5,
                TimeUnit.SECONDS);
        var sandbox = start(Clock.systemUTC());
        starting.shutdownNow();
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-end"));
        System.out.println();
        System.out.println("  ecr-bot is running between a local Slack and a local ECR.");
        System.out.println("  Open " + sandbox.page.url() + " in a browser; Ctrl-C ends it.");
        System.out.println();
        new CountDownLatch(1).await();
    }

    SandboxPage page() {
        return page;
    }

    Machine machine() {
        return machine;
    }

    Trial trial() {
        return machine.trial();
    }

    /**
     * Ends, once everything that its Slack shows is so.
     *
     * @throws AssertionError if something isn't
     */
    void attestAndClose() {
        List<String> falsehoods = machine.trial().attestation().falsehoodsAtLast();
        close();
        if (!falsehoods.isEmpty()) {
            throw new AssertionError("Slack shows what isn't so: " + falsehoods);
        }
    }

    @Override
    public void close() {
        page.close();
        machine.close();
    }
}
