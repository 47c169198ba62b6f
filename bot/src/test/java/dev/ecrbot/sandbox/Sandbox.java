package dev.ecrbot.sandbox;

import dev.ecrbot.sandbox.slack.SampleWorkspace;
import dev.ecrbot.time.Tempo;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

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

    private final Trial trial;
    private final SandboxPage page;

    private Sandbox(Clock clock) {
        this.trial = Trial.start(TrialConfig.http(), clock, Tempo.REAL);
        trial.slack().enforceLimits();
        this.page = SandboxPage.start(
                trial.slack(),
                new LivePolicies(trial.ecr()),
                new Scene(CAST, EXAMPLES, trial.attestation()::falsehoods));
    }

    static Sandbox start(Clock clock) {
        return new Sandbox(clock);
    }

    public static void main(String[] args) throws InterruptedException {
        var sandbox = start(Clock.systemUTC());
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

    Trial trial() {
        return trial;
    }

    /**
     * Ends, once everything that its Slack shows is so.
     *
     * @throws AssertionError if something isn't
     */
    void attestAndClose() {
        List<String> falsehoods = trial.attestation().falsehoodsAtLast();
        close();
        if (!falsehoods.isEmpty()) {
            throw new AssertionError("Slack shows what isn't so: " + falsehoods);
        }
    }

    @Override
    public void close() {
        page.close();
        trial.close();
    }
}
