package dev.ecrbot.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.AwsError;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** What else may befall a policy and whoever is named in it, of which the simplest desk knows nothing. */
final class Hardships {
    static final List<String> ROLES = List.of("ci-deployer", "role2-1", "nightly-build");
    private static final String ROOT = "arn:aws:iam::222222222222:root";
    private static final String LAYERS = "ecr:GetDownloadUrlForLayer";

    private final World world;
    private final Random random;
    private int edits;

    Hardships(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    /** Has one of them happen there, and returns what it was. */
    String next(Repository repository) {
        world.clock().advance(Duration.ofMillis(1));
        String what;
        try {
            what = switch (random.nextInt(7)) {
                case 0 -> role();
                case 1, 2 -> takenOut(repository);
                case 3 -> allowed(repository);
                case 4, 5 -> denied(repository);
                default -> deniedBesideTheRest(repository);
            };
        } catch (AwsError e) {
            // A role is gone that is named there.
            what = "others are refused";
        }
        world.clock().advance(Duration.ofMillis(1));
        return what;
    }

    /** Time enough for some grants to end, and for whatever waits to be late. */
    String days() {
        Duration time = Duration.ofHours(5 + random.nextInt(90));
        world.clock().advance(time);
        return "clock " + time;
    }

    /** A role is deleted or made again. */
    String role() {
        String role = role(one(ROLES));
        boolean gone = world.ecr().iam().arns().contains(role);
        if (gone) {
            world.ecr().iam().delete(role);
        } else {
            world.ecr().iam().addRole(role);
        }
        world.witness().othersActed(world.clock().instant());
        return role + (gone ? " is deleted" : " is made again");
    }

    /** Of what the bot has written for several a part is gone. */
    private String takenOut(Repository repository) {
        PolicyHolder holder =
                random.nextInt(4) == 0 ? new RegionalRegistry(repository.account(), repository.region()) : repository;
        String whom = someone();
        return ForeignPen.takeOut(world.ecr(), holder, whom)
                ? "others take out " + whom + " of " + holder.label()
                : "others look at " + holder.label();
    }

    /** Others give what the bot may have given, or may be asked to give. */
    private String allowed(Repository repository) {
        String whom = someone();
        List<String> actions = one(List.of(
                List.of("ecr:BatchGetImage", LAYERS, "ecr:BatchCheckLayerAvailability"),
                List.of("ecr:BatchGetImage"),
                List.of("ecr:*")));
        ForeignPen.write(world.ecr(), repository, sid(), statement -> {
            statement.put("Effect", "Allow");
            actions.forEach(statement.putArray("Action")::add);
            statement.putObject("Principal").put("AWS", whom);
        });
        return "others allow " + actions + " to " + whom + " on " + repository.name();
    }

    /** A Deny of one of the kinds that people write. */
    private String denied(Repository repository) {
        Map<String, Consumer<ObjectNode>> kinds = Map.of(
                "all but reading of", statement -> notAction(statement, someone()),
                "everybody but finance", Hardships::notPrincipal,
                "outside an endpoint", statement -> condition(statement, "StringNotEquals", "aws:SourceVpce", "vpce-1"),
                "all roles named ci",
                        statement -> condition(
                                statement, "ArnLike", "aws:PrincipalArn", "arn:aws:iam::222222222222:role/ci-*"),
                "from some time on", statement -> condition(statement, "DateGreaterThan", "aws:CurrentTime", soon()),
                "until some time", statement -> condition(statement, "DateLessThan", "aws:CurrentTime", soon()),
                "the whole account", statement -> plain(statement, ROOT),
                "a wildcard",
                        statement -> statement
                                .put("Effect", "Deny")
                                .put("Action", "ecr:Get*")
                                .put("Principal", "*"));
        String kind = one(kinds.keySet().stream().sorted().toList());
        ForeignPen.write(world.ecr(), repository, sid(), kinds.get(kind));
        return "others deny " + kind + " on " + repository.name();
    }

    private String deniedBesideTheRest(Repository repository) {
        String whom = someone();
        String where = one(List.of("*", repository.arn()));
        ForeignPen.denyBesideTheRest(world.ecr(), repository, whom, LAYERS, where);
        return LAYERS + " on " + where + " is denied beside the rest to " + whom;
    }

    private static void plain(ObjectNode statement, String whom) {
        statement.put("Effect", "Deny").put("Action", LAYERS);
        statement.putObject("Principal").put("AWS", whom);
    }

    private static void notAction(ObjectNode statement, String whom) {
        ArrayNode spared = statement.put("Effect", "Deny").putArray("NotAction");
        List.of("ecr:BatchGetImage", LAYERS, "ecr:Describe*").forEach(spared::add);
        statement.putObject("Principal").put("AWS", whom);
    }

    private static void notPrincipal(ObjectNode statement) {
        statement.put("Effect", "Deny").put("Action", LAYERS);
        statement.putObject("NotPrincipal").put("AWS", "arn:aws:iam::333333333333:root");
    }

    private static void condition(ObjectNode statement, String operator, String key, String value) {
        statement.put("Effect", "Deny").put("Action", LAYERS).put("Principal", "*");
        statement.putObject("Condition").putObject(operator).put(key, value);
    }

    private String soon() {
        Instant at = world.clock().instant().plus(Duration.ofHours(random.nextInt(40) - 8L));
        return at.toString();
    }

    // No two documents of theirs are alike, so that a policy never goes back to what it was before they came.
    private String sid() {
        return LiveAccess.BY_HAND + " beside " + ++edits;
    }

    private String someone() {
        return random.nextInt(4) == 0 ? ROOT : role(one(ROLES));
    }

    private static String role(String name) {
        return SeedRegistry.role(SeedRegistry.SALES, name);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
