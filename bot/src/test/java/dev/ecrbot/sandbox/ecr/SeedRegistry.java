package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Fills a model with a company: a central account with the registry, and accounts that want something from it.
 *
 * <p>Among the repositories are the situations that guides and people describe: roles of another account by name
 * ({@code central/app}), whole accounts that read ({@code shared/base-images}), push and pull for a role and an account
 * ({@code team/tools}), and what years of editing by hand leave behind ({@code legacy/mixed}).
 */
public final class SeedRegistry {

    public static final AccountId CENTRAL = new AccountId("111111111111");
    public static final AccountId SALES = new AccountId("222222222222");
    public static final AccountId FINANCE = new AccountId("333333333333");
    public static final AccountId DATA = new AccountId("444444444444");
    public static final AccountId PARTNER = new AccountId("555555555555");

    public static final Region WEST = new Region("us-west-2");
    public static final Region IRELAND = new Region("eu-west-1");

    /** The role that the bot assumes. */
    public static final String BOT_ROLE = role(CENTRAL, "ecr-bot");

    /** The user that the bot's process runs as, and whose keys {@link LocalAws} knows. */
    public static final Caller BOT_HOST = Caller.user("arn:aws:iam::" + CENTRAL + ":user/ecr-bot-host");

    private final EcrModel model;
    private final Instant now;

    private SeedRegistry(EcrModel model, Instant now) {
        this.model = model;
        this.now = now;
    }

    /** Returns a new model with everything in it. */
    public static EcrModel model(Clock clock) {
        var model = new EcrModel(clock);
        fill(model, clock);
        return model;
    }

    /** Fills the model. */
    public static void fill(EcrModel model, Clock clock) {
        var seed = new SeedRegistry(model, clock.instant());
        seed.principals();
        seed.repositories();
        seed.policies();
    }

    /** Returns the repository of this name in the central account's first Region. */
    public static Repository west(String name) {
        return new Repository(CENTRAL, WEST, new RepositoryName(name));
    }

    /** Returns the repository of this name in the central account's second Region. */
    public static Repository ireland(String name) {
        return new Repository(CENTRAL, IRELAND, new RepositoryName(name));
    }

    /** Returns the ARN of a role. */
    public static String role(AccountId account, String name) {
        return "arn:aws:iam::" + account + ":role/" + name;
    }

    private void principals() {
        List.of(CENTRAL, SALES, FINANCE, DATA, PARTNER).forEach(model.iam()::addAccount);
        model.iam().addRole(BOT_ROLE);
        model.iam().addUser(BOT_HOST.principal());
        roles(SALES, "ci-deployer", "role2-1", "role2-2", "ecsInstanceRole", "service/checkout-task", "nightly-build");
        model.iam().addUser("arn:aws:iam::" + SALES + ":user/role2-2");
        model.iam().addUser("arn:aws:iam::" + SALES + ":user/ana");
        roles(FINANCE, "ci-deployer", "report-runner", "ecsTaskExecutionRole");
        model.iam().addUser("arn:aws:iam::" + FINANCE + ":user/auditor");
        roles(DATA, "etl-runner", "notebook", "codebuild");
        roles(PARTNER, "integration");
    }

    private void roles(AccountId account, String... names) {
        for (String name : names) {
            model.iam().addRole(role(account, name));
        }
    }

    private void repositories() {
        repository(west("payments/api"), Map.of("team", "payments"), "1.4.2", "1.4.1", "1.3.0");
        repository(west("payments/worker"), Map.of("team", "payments"), "0.9.1", "0.9.0");
        repository(west("web/frontend"), Map.of("team", "web"), "2026.11.3", "2026.11.2");
        repository(west("central/app"), Map.of(), "7.0.1", "7.0.0");
        repository(west("shared/base-images"), Map.of("team", "platform"), "ubi9-17", "ubi9-16");
        repository(west("team/tools"), Map.of("team", "platform"), "3.2.0");
        repository(west("legacy/mixed"), Map.of(), "latest", "build-811");
        repository(west("data/etl"), Map.of("team", "data"), "5.1.0", "5.0.2");
        repository(west("mobile/backend"), Map.of("team", "mobile"), "12.8.0");
        repository(
                west("infra/runner"),
                Map.of(
                        "aws:cloudformation:stack-name", "runners",
                        "aws:cloudformation:logical-id", "RunnerRepository",
                        "aws:cloudformation:stack-id",
                                "arn:aws:cloudformation:us-west-2:" + CENTRAL + ":stack/runners/1"),
                "2.0.0");
        repository(west("infra/gateway"), Map.of("ManagedBy", "terraform", "team", "platform"), "1.19.4");
        repository(west("empty/new"), Map.of());
        repository(ireland("payments/api"), Map.of("team", "payments"), "1.4.2");
        repository(ireland("shared/base-images"), Map.of("team", "platform"), "ubi9-17");
    }

    /** Images from the newest to the oldest, a day apart. */
    private void repository(Repository repository, Map<String, String> tags, String... versions) {
        model.addRepository(repository, tags);
        for (int i = 0; i < versions.length; i++) {
            model.addImage(repository, now.minus(Duration.ofDays(i)), versions[i]);
        }
    }

    private void policies() {
        for (String name : List.of(
                "web/frontend",
                "central/app",
                "shared/base-images",
                "team/tools",
                "data/etl",
                "mobile/backend",
                "infra/gateway")) {
            model.setPolicy(west(name), SeedPolicies.of(name));
        }
        String gone = role(SALES, "old-ci");
        model.iam().addRole(gone);
        model.setPolicy(west("legacy/mixed"), SeedPolicies.of("legacy/mixed"));
        model.iam().delete(gone);
    }
}
