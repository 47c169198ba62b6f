package dev.ecrbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessSetsTest {
    private static ConfigText with(String sets) {
        return ConfigText.LEAST.with("rules:\n", "access_sets: " + sets + "\nrules:\n");
    }

    @Test
    void addWordsToThoseThatEveryBotKnows() {
        AccessCatalogue accesses = with("{scan: [ecr:DescribeImages, describeimagescanfindings]}")
                .valid()
                .accesses();
        assertThat(accesses.words()).containsExactly("pull", "push", "read", "push-only", "scan");
        assertThat(accesses.byWord("scan").map(Access::actions).orElseThrow())
                .containsExactly("ecr:DescribeImages", "ecr:DescribeImageScanFindings");
    }

    @Test
    void areTakenInRules() {
        BotConfig config = with("{scan: [DescribeImages]}")
                .with("access: [pull, read]", "access: [pull, scan]")
                .valid();
        assertThat(config.rules().all().get(0).scope().access())
                .extracting(Access::word)
                .containsExactlyInAnyOrder("pull", "scan");
    }

    @Test
    void aFileWithoutThemHasThoseThatEveryBotKnows() {
        assertThat(ConfigText.LEAST.valid().accesses()).isEqualTo(AccessCatalogue.standard());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {pull: [DescribeImages]}           | stands for something already
            {Scan: [DescribeImages]}           | an access word has up to 20 lower-case letters
            {all: [DescribeImages]}            | isn't all
            {scan: DescribeImages}             | takes a list
            {scan: []}                         | is empty
            {scan: [DescribeImagez]}           | takes actions of ECR by their names
            {scan: ["ecr:Describe*"]}          | takes actions of ECR by their names
            {scan: ["s3:GetObject"]}           | takes actions of ECR by their names
            {scan: [SetRepositoryPolicy]}      | takes no action that changes who may do what
            {scan: [PutRegistryPolicy]}        | takes no action that changes who may do what
            {scan: [GetAuthorizationToken]}    | a repository's policy has no say in this one
            [scan]                             | takes keys with values
            """)
    void whatCantBeGrantedIsRefused(String sets, String words) {
        List<Mistake> mistakes = with(sets).mistakes();
        assertThat(mistakes).singleElement().asString().contains("access_sets", words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TagResource", "ecr:untagresource", "ecr:TAGRESOURCE"})
    void whoeverTagsWouldChooseWhoApprovesWhereRulesGoByATag(String action) {
        ConfigText given =
                with("{label: [DescribeImages, " + action + "]}").with("access: [pull, read]", "access: [pull, label]");
        assertThat(given.valid().accesses().words()).contains("label");
        ConfigText byTag =
                given.with("approvers: [U0APPROVER1]", "approvers: {tag: owner, people: {payments: [U0APPROVER1]}}");
        assertThat(byTag.mistakes())
                .singleElement()
                .asString()
                .contains("access_sets", "gets label", "under payments-pull who approves");
    }

    @Test
    void whoeverTagsWouldLetARuleApproveForProductionByItself() {
        ConfigText byItself = with("{label: [TagResource]}")
                .with("access: [pull, read]", "access: [pull, label]")
                .with(
                        "channel: C0APPROVALS",
                        "channel: C0APPROVALS\n    auto_approve: {access: [pull], for_at_most: 7d, per_day: 3}");
        assertThat(byItself.valid().production()).isEmpty();
        assertThat(byItself.and("production: {tag: env, values: [prod]}\n").mistakes())
                .singleElement()
                .asString()
                .contains("access_sets", "whether anybody has to");
    }

    @Test
    void aWordThatTagsAndThatNoRuleGivesDoesNoHarm() {
        assertThat(with("{label: [TagResource]}")
                        .with("approvers: [U0APPROVER1]", "approvers: {tag: owner, people: {payments: [U0APPROVER1]}}")
                        .valid()
                        .accesses()
                        .words())
                .contains("label");
    }
}
