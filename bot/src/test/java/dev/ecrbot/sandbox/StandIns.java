package dev.ecrbot.sandbox;

import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.machine.TestIssuer;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.LocalAws;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** The sandbox's Slack and ECR with no bot between them: for one that somebody sets up by hand, from its jar, in socket mode. */
public final class StandIns implements AutoCloseable {
    private static final List<String> EXAMPLES = List.of(
            "/ecr grant pull payments/api sales ci-deployer for 7d because nightly build",
            "/ecr status payments/api",
            "/ecr doctor",
            "/ecr help");
    private static final String MACHINE = "repo:acme/payments:ref:refs/heads/main";
    private static final String MACHINES = "http://127.0.0.1:" + MachineSettings.DEFAULT.port();

    private final LocalSlack slack;
    private final LocalAws aws;
    private final SandboxPage page;
    private final TestIssuer issuer;

    StandIns(Clock clock) {
        slack = LocalSlack.start(SampleWorkspace.create(), clock);
        slack.deliverBySocket();
        EcrModel ecr = SeedRegistry.model(clock);
        aws = new LocalAws(ecr, SeedRegistry.BOT_HOST);
        issuer = new TestIssuer(clock);
        issuer.handsOut(MACHINE, MACHINES);
        page = SandboxPage.start(
                slack, new LivePolicies(ecr), new Scene(Sandbox.CAST, EXAMPLES, List::of, clock, Optional.empty()));
    }

    public static void main(String[] args) throws InterruptedException {
        var standIns = new StandIns(Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(standIns::close, "stand-ins-end"));
        System.out.println(standIns.said());
        new CountDownLatch(1).await();
    }

    /** Returns what has to be in the environment of the bot. */
    Map<String, String> environment() {
        var all = new TreeMap<>(aws.environment());
        all.put("SLACK_BOT_TOKEN", slack.botToken());
        all.put("SLACK_APP_TOKEN", slack.appToken());
        return all;
    }

    URI slackApi() {
        return slack.apiUrl();
    }

    URI page() {
        return page.url();
    }

    String said() {
        return """

                  A local Slack and a local ECR are running, with no bot between them. For yours, copy this into another window:

                %s

                    java -jar bot/target/ecr-bot.jar init --slack-api %s

                  It asks for ids. Here these are:
                    channel      %s
                    approvers    %s (Olga's group), %s (Amir)
                    registry     account 111111111111, Regions us-west-2 and eu-west-1
                    accounts     sales 222222222222, finance 333333333333

                  Open %s in a browser to be the people of this Slack; Ctrl-C ends it.

                  A machine that asks: copy this into ecr-bot.yml as it is, have the rule say requesters: [anyone, "machine:payments-ci"], and start
                  the bot again.

                %s
                    curl -sS %s/token > token
                    java -jar bot/target/ecr-bot.jar ask grant pull payments/api sales nightly-build for 8h because release 42 \\
                      --server %s --oidc-token-file token --key try-0001 --wait
                """.formatted(
                        environment().entrySet().stream()
                                .map(each -> "    export " + each.getKey() + "=" + each.getValue())
                                .collect(Collectors.joining("\n")),
                        slackApi(),
                        SampleWorkspace.APPROVALS.id(),
                        SampleWorkspace.OWNERS.id(),
                        SampleWorkspace.APPROVER.id(),
                        page(),
                        machines(),
                        issuer.url(),
                        MACHINES);
    }

    /** Returns what the bot's file says of a machine that has the tokens handed out here. */
    String machines() {
        return """
                machines:
                  audience: %s
                  identities:
                    payments-ci: {oidc: {issuer: "%s", subjects: ["%s"]}}
                """.formatted(MACHINES, issuer.url(), MACHINE);
    }

    @Override
    public void close() {
        page.close();
        issuer.close();
        aws.close();
        slack.close();
    }
}
