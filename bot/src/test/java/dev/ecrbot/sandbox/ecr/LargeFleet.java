package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A company with many repositories, in three registries. Their policies have one to ten thousand characters, half of them less
 * than two thousand, and name roles and accounts of twenty others. The same seed makes the same fleet.
 */
public final class LargeFleet {
    /** The three registries. */
    public static final List<RegionalRegistry> REGISTRIES = List.of(
            new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST),
            new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.IRELAND),
            new RegionalRegistry(SeedRegistry.CENTRAL, new Region("us-east-1")));

    /** Of so many repositories one has a statement of the bot's, once {@link #give} has been called. */
    public static final int GRANTED = 10;

    // With what it adds the policy still fits.
    private static final int LONGEST = 9_000;
    private static final int ACCOUNTS = 20;
    private static final int ROLES = 40;
    private static final String PULL =
            "\"ecr:BatchCheckLayerAvailability\",\"ecr:BatchGetImage\",\"ecr:GetDownloadUrlForLayer\"";
    private static final String PUSH = PULL + ",\"ecr:InitiateLayerUpload\",\"ecr:UploadLayerPart\","
            + "\"ecr:CompleteLayerUpload\",\"ecr:PutImage\"";

    private final Random random;

    private LargeFleet(Random random) {
        this.random = random;
    }

    /** Returns a model with so many repositories. */
    public static EcrModel of(int repositories, long seed, Clock clock) {
        var model = new EcrModel(clock);
        model.iam().addAccount(SeedRegistry.CENTRAL);
        model.iam().addUser(SeedRegistry.BOT_HOST.principal());
        model.iam().addRole(SeedRegistry.BOT_ROLE);
        for (int account = 0; account < ACCOUNTS; account++) {
            model.iam().addAccount(account(account));
            for (int role = 0; role < ROLES; role++) {
                model.iam().addRole(role(account, role));
            }
        }
        var fleet = new LargeFleet(new Random(seed));
        for (int i = 0; i < repositories; i++) {
            Repository repository = repository(i);
            model.addRepository(repository, Map.of());
            model.setPolicy(repository, fleet.policy());
        }
        return model;
    }

    /** Returns the name of the repository with this number; its registry is that of the number's rest. */
    public static String name(int number) {
        return "team-" + number % 97 + "/service-" + number;
    }

    /** Returns the account with this number, below twenty. */
    public static AccountId account(int number) {
        return new AccountId(String.valueOf(200_000_000_000L + number));
    }

    /** Returns the repository with this number. */
    public static Repository repository(int number) {
        RegionalRegistry registry = REGISTRIES.get(number % REGISTRIES.size());
        return new Repository(registry.account(), registry.region(), new RepositoryName(name(number)));
    }

    /** Returns whom the bot let into the repository with this number. */
    public static String granted(int number) {
        return role(number % ACCOUNTS, number % ROLES);
    }

    /** Adds what the bot would have written to one repository of {@link #GRANTED}; a few have no room for it. */
    public static void give(EcrModel model, int repositories) {
        for (int i = 0; i < repositories; i += GRANTED) {
            String policy = model.policy(repository(i)).orElseThrow();
            if (policy.length() < LONGEST) {
                String given = ",{\"Sid\":\"EcrBotPull\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + granted(i)
                        + "\"},\"Action\":[" + PULL + "]}";
                int end = policy.lastIndexOf(']');
                model.setPolicy(repository(i), policy.substring(0, end) + given + policy.substring(end));
            }
        }
    }

    private static String role(int account, int role) {
        return "arn:aws:iam::" + account(account) + ":role/ci/deployer-of-team-" + role;
    }

    private String policy() {
        double length = Math.max(1_000, Math.min(9_800, 2_000 * Math.exp(0.8 * random.nextGaussian())));
        var statements = new ArrayList<String>();
        int written = 0;
        while (written < length - 300) {
            String statement = statement(statements.size(), (int) (length - written));
            // AWS writes it with blanks, which count.
            written += statement.length() * 11 / 10;
            statements.add(statement);
        }
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
    }

    private String statement(int place, int room) {
        int most = Math.max(1, Math.min(1 + random.nextInt(12), (room - 300) / 70));
        int account = random.nextInt(ACCOUNTS);
        String principals = random.ints(most, 0, ROLES)
                .distinct()
                .mapToObj(role -> "\"" + role(account, role) + "\"")
                .collect(Collectors.joining(","));
        String whole = random.nextInt(6) == 0 ? ",\"arn:aws:iam::" + account(random.nextInt(ACCOUNTS)) + ":root\"" : "";
        String condition = random.nextInt(5) == 0
                ? ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-a1b2c3d4e5\"}}"
                : "";
        return "{\"Sid\":\"Team" + place + "\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[" + principals + whole
                + "]},\"Action\":[" + (random.nextInt(4) == 0 ? PUSH : PULL) + "]" + condition + "}";
    }
}
