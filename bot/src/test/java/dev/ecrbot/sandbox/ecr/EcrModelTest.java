package dev.ecrbot.sandbox.ecr;

import static dev.ecrbot.sandbox.ecr.SeedRegistry.CENTRAL;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.SALES;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.WEST;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.role;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.west;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecrbot.ecr.Repository;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;

/** What becomes of a policy that ECR takes, and the rest of what the model keeps. */
final class EcrModelTest {

    private static final Repository API = west("payments/api");

    private final EcrModel model =
            SeedRegistry.model(Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC));
    private final EcrService service = new EcrService(model);
    private final Caller bot = Caller.assumed(SeedRegistry.BOT_ROLE, "ecr-bot");
    private final Place place = new Place(CENTRAL, WEST);

    @Test
    void storedTextIsWrittenAsAwsWritesIt() {
        String sent = "{\"Statement\":{\"Action\":\"ecr:BatchGetImage\",\"Principal\":{\"AWS\":\"222222222222\"},"
                + "\"Effect\":\"Allow\",\"Sid\":\"a b\"},\"Version\":\"2008-10-17\"}";

        model.setPolicy(API, sent);

        assertThat(model.policy(API)).contains("""
                {
                  "Version" : "2008-10-17",
                  "Statement" : [ {
                    "Sid" : "a b",
                    "Effect" : "Allow",
                    "Principal" : {
                      "AWS" : "arn:aws:iam::222222222222:root"
                    },
                    "Action" : "ecr:BatchGetImage"
                  } ]
                }""");
    }

    @Test
    void principalsComeBackInAnotherOrder() {
        List<String> sent = IntStream.range(0, 12)
                .mapToObj(i -> role(SALES, "r" + i))
                .peek(model.iam()::addRole)
                .toList();

        model.setPolicy(API, policy("[\"" + String.join("\",\"", sent) + "\"]"));

        List<String> shown = Json.texts(Json.tree(model.policy(API).orElseThrow())
                        .path("Statement")
                        .path(0)
                        .path("Principal")
                        .path("AWS"))
                .toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(sent).isNotEqualTo(sent);
    }

    @Test
    void aDeletedRoleShowsItsIdAndComingBackDoesNotHelpIt() {
        String arn = role(SALES, "short-lived");
        String id = model.iam().addRole(arn);
        model.setPolicy(API, policy("\"" + arn + "\""));
        assertThat(model.policy(API).orElseThrow()).contains(arn).doesNotContain(id);

        model.iam().delete(arn);
        assertThat(model.policy(API).orElseThrow()).contains(id).doesNotContain(arn);

        assertThat(model.iam().addRole(arn)).isNotEqualTo(id);
        assertThat(model.policy(API).orElseThrow()).contains(id).doesNotContain(arn);
    }

    @Test
    void whatAPolicyTurnedIntoWhenARoleWasDeletedIsAmongItsTexts() {
        Repository repository = west("payments/texts");
        model.addRepository(repository, Map.of());
        String arn = role(SALES, "short-lived");
        String id = model.iam().addRole(arn);
        model.setPolicy(repository, policy("\"" + arn + "\""));
        Optional<String> written = model.policy(repository);

        model.iam().delete(arn);
        Optional<String> left = model.policy(repository);
        model.iam().addRole(arn);
        model.iam().delete(arn);

        assertThat(left.orElseThrow()).contains(id);
        assertThat(model.texts(repository)).extracting(PolicyText::text).containsExactly(written, left);
        assertThat(model.history(repository)).extracting(PolicyChange::text).containsExactly(written);
    }

    @Test
    void orphansAreRefusedAgainUnlessTold() {
        String sent = model.policy(west("legacy/mixed")).orElseThrow();
        assertThat(sent).contains("AROASANDBOX");

        assertThat(refusal(west("legacy/mixed"), sent).message()).contains("Principal not found");

        model.takeOrphans(true);
        model.setPolicy(west("legacy/mixed"), sent);
    }

    @Test
    void theLimitHoldsForTheTextAndIfToldForTheLongerFormToo() {
        String statement =
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"222222222222\"},\"Action\":\"ecr:BatchGetImage\"}";
        String sent = "{\"Statement\":[" + String.join(",", Collections.nCopies(115, statement)) + "]}";
        assertThat(sent).hasSizeLessThan(EcrModel.LIMIT);

        model.setPolicy(API, sent);
        model.countStoredText(true);

        assertThat(refusal(API, sent).message()).contains("10240");
        assertThat(refusal(API, "x".repeat(10_241)).message()).contains("10240");
    }

    @Test
    void nobodyLocksThemselvesOutUnlessForced() {
        String denial = "{\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"" + SeedRegistry.BOT_ROLE
                + "\"},\"Action\":\"ecr:Set*\"}]}";

        assertThat(catchThrowableOfType(
                                AwsError.class,
                                () -> service.setRepositoryPolicy(bot, place, "payments/api", denial, false))
                        .code())
                .isEqualTo("InvalidParameterException");
        assertThat(service.setRepositoryPolicy(bot, place, "payments/api", denial, true))
                .contains("Deny");
    }

    @Test
    void everyWriteIsRememberedAndTold() {
        var told = new ArrayList<PolicyChange>();
        Runnable end = model.onPolicyChange(told::add);
        service.setRepositoryPolicy(bot, place, "payments/api", policy("\"222222222222\""), false);
        service.deleteRepositoryPolicy(bot, place, "payments/api");
        end.run();
        model.setPolicy(API, policy("\"333333333333\""));

        assertThat(told).hasSize(2);
        assertThat(model.history(API)).hasSize(3).startsWith(told.toArray(PolicyChange[]::new));
        assertThat(told.get(0).by()).isEqualTo(bot);
        assertThat(told.get(0).text().orElseThrow()).contains("222222222222:root");
        assertThat(told.get(1).text()).isEmpty();
    }

    @Test
    void aRegistryPolicyIsTheOppositeOfARepositorysAndHasAScope() {
        String v2 = "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"222222222222\"},"
                + "\"Action\":\"ecr:BatchGetImage\",\"Resource\":\"*\"}]}";
        assertThat(service.putRegistryPolicy(bot, place, v2)).contains("Resource");
        assertThat(service.getRegistryPolicy(bot, place)).contains(":root");
        assertThat(service.getAccountSetting(bot, place, "REGISTRY_POLICY_SCOPE"))
                .isEqualTo("V2");

        model.setPolicyScope(place, "V1");
        assertThat(code(() -> service.putRegistryPolicy(bot, place, v2))).isEqualTo("InvalidParameterException");
        assertThat(code(() -> service.putRegistryPolicy(bot, place, policy("\"222222222222\""))))
                .isEqualTo("InvalidParameterException");

        service.deleteRegistryPolicy(bot, place);
        assertThat(code(() -> service.getRegistryPolicy(bot, place))).isEqualTo("RegistryPolicyNotFoundException");
    }

    @Test
    void onlyTheOwnersPeopleMayCall() {
        var stranger = Caller.assumed(role(SALES, "ci-deployer"), "s");

        var error =
                catchThrowableOfType(AwsError.class, () -> service.getRepositoryPolicy(stranger, place, "central/app"));

        assertThat(error.code()).isEqualTo("AccessDeniedException");
        assertThat(error.message())
                .isEqualTo("User: arn:aws:sts::222222222222:assumed-role/ci-deployer/s is not authorized to perform:"
                        + " ecr:GetRepositoryPolicy on resource: arn:aws:ecr:us-west-2:111111111111:repository/central/app"
                        + " because no resource-based policy allows the ecr:GetRepositoryPolicy action");
    }

    @Test
    void namesThatAreNoneAreRefused() {
        assertThat(code(() -> service.getRepositoryPolicy(bot, place, "Payments")))
                .isEqualTo("InvalidParameterException");
        assertThat(code(() -> service.getRepositoryPolicy(bot, place, "no/such")))
                .isEqualTo("RepositoryNotFoundException");
        assertThat(code(() -> service.getRepositoryPolicy(bot, place, "payments/api")))
                .isEqualTo("RepositoryPolicyNotFoundException");
    }

    @Test
    void listsComeInPages() {
        var first = service.describeRepositories(bot, place, List.of(), Optional.empty(), 8);
        var second = service.describeRepositories(bot, place, List.of(), first.nextToken(), 8);

        assertThat(first.items()).hasSize(8);
        assertThat(second.items()).hasSize(4).doesNotContainAnyElementsOf(first.items());
        assertThat(second.nextToken()).isEmpty();
    }

    @Test
    void aHeldCallTakesEffectWhenItIsReleased() throws Exception {
        var gate = new Gate();
        model.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.hold(gate, Fault.When.BEFORE));
        var writer = new Thread(
                () -> service.setRepositoryPolicy(bot, place, "payments/api", policy("\"222222222222\""), false));
        writer.start();
        gate.awaitArrival();
        assertThat(model.policy(API)).isEmpty();

        gate.release();
        writer.join();

        assertThat(model.policy(API)).isPresent();
    }

    private AwsError refusal(Repository repository, String text) {
        return catchThrowableOfType(AwsError.class, () -> model.setPolicy(repository, text));
    }

    private static String code(ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(AwsError.class, call).code();
    }

    private static String policy(String principals) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":" + principals
                + "},\"Action\":[\"ecr:BatchGetImage\"]}]}";
    }
}
