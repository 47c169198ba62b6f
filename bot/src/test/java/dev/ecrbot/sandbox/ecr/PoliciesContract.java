package dev.ecrbot.sandbox.ecr;

import static dev.ecrbot.sandbox.ecr.SeedRegistry.CENTRAL;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.FINANCE;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.IRELAND;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.SALES;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.WEST;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.ireland;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.role;
import static dev.ecrbot.sandbox.ecr.SeedRegistry.west;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ecrbot.config.Registry;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.live.WriteAnswer;
import dev.ecrbot.desk.live.WriteAnswer.Again;
import dev.ecrbot.desk.live.WriteAnswer.Lost;
import dev.ecrbot.desk.live.WriteAnswer.NotTaken;
import dev.ecrbot.desk.live.WriteAnswer.Taken;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everything behind the port {@link Policies} does; a subclass says which one it is. */
public abstract class PoliciesContract {

    protected static final Registry REGISTRY = new Registry(
            "central",
            CENTRAL,
            List.of(WEST, IRELAND),
            Optional.of(SeedRegistry.BOT_ROLE),
            Registry.Attribution.REQUEST);

    static final OnBehalf ON_BEHALF = new OnBehalf("req-7k2m9x4q", Optional.empty(), Optional.empty());

    private static final Repository API = west("payments/api");
    private static final Principal DEPLOYER = new Principal.Role(Partition.AWS, SALES, "/", "ci-deployer");

    protected final EcrModel model =
            SeedRegistry.model(Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC));

    protected abstract Policies policies();

    @Test
    void aMissingPolicyIsTheEmptyDocument() {
        assertThat(policies().read(API).isEmpty()).isTrue();
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(write(API, pull(DEPLOYER.text()))).isInstanceOf(Taken.class);

        assertThat(policies().read(API).sameAs(pull(DEPLOYER.text()))).isTrue();
        assertThat(policies().read(ireland("payments/api")).isEmpty()).isTrue();
    }

    @Test
    void aWriteCarriesItsAwsRequestId() {
        assertThat(((Taken) write(API, pull(DEPLOYER.text()))).awsRequestId()).hasSize(36);
    }

    @Test
    void theOrderOfPrincipalsAndTheSpellingOfAccountsDoNotCount() {
        var written =
                document("\"" + SALES + "\", \"" + role(FINANCE, "report-runner") + "\", \"" + DEPLOYER.text() + "\"");

        assertThat(write(API, written)).isInstanceOf(Taken.class);

        assertThat(policies().read(API).sameAs(written)).isTrue();
        assertThat(policies().read(API).text()).contains(":root");
    }

    @Test
    void theEmptyDocumentDeletes() {
        write(API, pull(DEPLOYER.text()));

        assertThat(write(API, PolicyDocument.empty())).isInstanceOf(Taken.class);

        assertThat(model.policy(API)).isEmpty();
        assertThat(policies().read(API).isEmpty()).isTrue();
    }

    @Test
    void deletingWhatIsNotThereIsTaken() {
        assertThat(write(API, PolicyDocument.empty())).isInstanceOf(Taken.class);
    }

    @Test
    void foreignStatementsKeepTheirMeaning() {
        var before = policies().read(west("legacy/mixed"));
        assertThat(before.text()).contains("AROA").contains("2008-10-17");
        model.takeOrphans(true);

        assertThat(write(west("legacy/mixed"), before)).isInstanceOf(Taken.class);

        assertThat(policies().read(west("legacy/mixed")).sameAs(before)).isTrue();
    }

    @Test
    void anUnknownRepositoryIsNotFound() {
        var unknown = west("payments/nothing");

        assertThat(readProblem(unknown)).isEqualTo(Code.REPOSITORY_NOT_FOUND);
        assertThat(refused(write(unknown, pull(DEPLOYER.text())))).isEqualTo(Code.REPOSITORY_NOT_FOUND);
        assertThat(refused(write(unknown, PolicyDocument.empty()))).isEqualTo(Code.REPOSITORY_NOT_FOUND);
    }

    @Test
    void anUnknownPrincipalIsRefusedAndNamed() {
        var answer = write(
                API, pull(role(SALES, "no-such-role")), new Principal.Role(Partition.AWS, SALES, "/", "no-such-role"));

        assertThat(refused(answer)).isEqualTo(Code.AWS_PRINCIPAL_NOT_FOUND);
        assertThat(((NotTaken) answer).problem().what()).contains("no-such-role");
        assertThat(model.policy(API)).isEmpty();
    }

    @Test
    void anUnknownAccountIsRefused() {
        assertThat(refused(write(API, pull("arn:aws:iam::999999999999:root")))).isEqualTo(Code.AWS_PRINCIPAL_NOT_FOUND);
    }

    @Test
    void tooLongAPolicyIsRefused() {
        var principals = new StringBuilder("\"").append(DEPLOYER.text()).append('"');
        for (int i = 0; i < 300; i++) {
            principals.append(", \"").append(DEPLOYER.text()).append('"');
        }

        assertThat(refused(write(API, document(principals.toString())))).isEqualTo(Code.AWS_POLICY_REFUSED);
    }

    @Test
    void aMissingPermissionIsTold() {
        model.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.GET_REPOSITORY_POLICY);
        model.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.SET_REPOSITORY_POLICY);

        assertThat(readProblem(API)).isEqualTo(Code.AWS_ACCESS_DENIED);
        assertThat(refused(write(API, pull(DEPLOYER.text())))).isEqualTo(Code.AWS_ACCESS_DENIED);
    }

    @Test
    void readsGetOverPassingTrouble() {
        for (Fault trouble :
                List.of(Fault.throttle(), Fault.serverError(Fault.When.BEFORE), Fault.drop(Fault.When.BEFORE))) {
            model.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 1, trouble);

            assertThat(policies().read(API).isEmpty()).isTrue();
        }
    }

    @Test
    void readsTellLastingTrouble() {
        model.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 3, Fault.throttle());
        assertThat(readProblem(API)).isEqualTo(Code.AWS_THROTTLED);

        model.traffic().clearFaults();
        model.traffic().fault(ApiOperation.GET_REPOSITORY_POLICY, 3, Fault.drop(Fault.When.BEFORE));
        assertThat(readProblem(API)).isEqualTo(Code.AWS_UNAVAILABLE);
    }

    @Test
    void throttledWritesAreSentOnceAndMayBeTakenLater() {
        model.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 2, Fault.throttle());

        assertThat(((NotTaken) write(API, pull(DEPLOYER.text()))).again()).isEqualTo(Again.LATER);

        assertThat(model.traffic().calls(ApiOperation.SET_REPOSITORY_POLICY)).hasSize(1);
    }

    @Test
    void writesThrottledToTheEndAreNotTaken() {
        model.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 100, Fault.throttle());

        assertThat(refused(write(API, pull(DEPLOYER.text())))).isEqualTo(Code.AWS_THROTTLED);
    }

    @Test
    void lostAnswersAreLostAndSentOnce() {
        for (Fault trouble : List.of(
                Fault.drop(Fault.When.BEFORE),
                Fault.drop(Fault.When.AFTER),
                Fault.serverError(Fault.When.BEFORE),
                Fault.serverError(Fault.When.AFTER),
                Fault.brokenBody())) {
            int before =
                    model.traffic().calls(ApiOperation.SET_REPOSITORY_POLICY).size();
            model.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, trouble);

            assertThat(write(API, pull(DEPLOYER.text()))).isInstanceOf(Lost.class);

            assertThat(model.traffic().calls(ApiOperation.SET_REPOSITORY_POLICY))
                    .hasSize(before + 1);
        }
    }

    @Test
    void anAnswerLostAfterTheWriteMayHaveTakenEffect() {
        model.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.BEFORE));
        write(API, pull(DEPLOYER.text()));
        assertThat(model.policy(API)).isEmpty();

        model.traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, Fault.drop(Fault.When.AFTER));
        write(API, pull(DEPLOYER.text()));
        assertThat(model.policy(API)).isPresent();
    }

    @Test
    void writesAreNeverForced() {
        String denial = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\","
                + "\"Action\":\"ecr:*\"}]}";

        assertThat(refused(write(API, PolicyDocument.parse(denial)))).isEqualTo(Code.AWS_POLICY_REFUSED);
    }

    @Test
    void factsHoldTagsAndTheNewestImage() {
        var facts = policies().facts(west("infra/runner"));
        assertThat(facts.tags()).containsEntry("aws:cloudformation:stack-name", "runners");
        assertThat(facts.newestImageTag()).contains("2.0.0");
        assertThat(policies().facts(API).newestImageTag()).contains("1.4.2");
        assertThat(policies().facts(west("empty/new")).newestImageTag()).isEmpty();
    }

    @Test
    void factsThatCannotBeReadAreLeftOut() {
        model.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.LIST_TAGS_FOR_RESOURCE);
        assertThat(policies().facts(API).tags()).isEmpty();
        assertThat(policies().facts(API).newestImageTag()).contains("1.4.2");

        model.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.DESCRIBE_IMAGES);
        assertThat(policies().facts(API)).isEqualTo(new RepositoryFacts(Map.of(), Optional.empty()));
    }

    @Test
    void namesAreListedInOrder() {
        var names = policies().names(REGISTRY, WEST);

        assertThat(names).isSorted().contains(new RepositoryName("payments/api"), new RepositoryName("legacy/mixed"));
        assertThat(policies().names(REGISTRY, IRELAND)).hasSize(2);
    }

    @Test
    void namesThatCannotBeReadAreNone() {
        model.traffic().withhold(SeedRegistry.BOT_ROLE, ApiOperation.DESCRIBE_REPOSITORIES);

        assertThat(policies().names(REGISTRY, WEST)).isEmpty();
    }

    private WriteAnswer write(Repository repository, PolicyDocument proposed) {
        return write(repository, proposed, DEPLOYER);
    }

    private WriteAnswer write(Repository repository, PolicyDocument proposed, Principal asked) {
        return policies().write(repository, proposed, asked, ON_BEHALF);
    }

    private Code readProblem(Repository repository) {
        return catchThrowableOfType(ProblemException.class, () -> policies().read(repository))
                .problem()
                .code();
    }

    private static Code refused(WriteAnswer answer) {
        assertThat(answer).isInstanceOf(NotTaken.class);
        return ((NotTaken) answer).problem().code();
    }

    private static PolicyDocument pull(String principal) {
        return document("\"" + principal + "\"");
    }

    private static PolicyDocument document(String principals) {
        return PolicyDocument.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"EcrBotPull\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":["
                        + principals
                        + "]},\"Action\":[\"ecr:BatchCheckLayerAvailability\",\"ecr:BatchGetImage\",\"ecr:GetDownloadUrlForLayer\"]}]}");
    }
}
