package dev.ecrbot.ecr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final Set<String> GET = Set.of("ecr:BatchGetImage");

    @ParameterizedTest
    @ValueSource(strings = {"pull", "push-only", "a", "scan-and-read", "abcdefghijklmnopqrst"})
    void aWordIsLettersPerhapsWithDashes(String word) {
        assertThat(new Access(word, GET).word()).isEqualTo(word);
        assertThat(Access.of(word, GET)).contains(new Access(word, GET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Pull",
                "pull2",
                "pull_only",
                "-pull",
                "pull-",
                "pull--only",
                "pu ll",
                "all",
                "abcdefghijklmnopqrstu"
            })
    void nothingElseIsAWord(String word) {
        assertThatThrownBy(() -> new Access(word, GET)).isInstanceOf(Malformed.class);
        assertThat(Access.of(word, GET)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ecr:*",
                "ecr:BatchGet*",
                "ecr:BatchGet?mage",
                "*",
                "s3:GetObject",
                "BatchGetImage",
                "ecr-public:PutImage",
                "ecr:SetRepositoryPolicy",
                "ecr:setrepositorypolicy",
                "ecr:DeleteRepositoryPolicy",
                "ecr:PutRegistryPolicy",
                "ecr:DeleteRegistryPolicy",
                "ecr:PutAccountSetting",
                "ecr:UpdateRepositoryCreationTemplate"
            })
    void anActionIsOneOfEcrsByNameThatDecidesOnNobodysAccess(String action) {
        Set<String> actions = Set.of("ecr:PutImage", action);
        assertThatThrownBy(() -> new Access("mine", actions)).isInstanceOf(Malformed.class);
        assertThat(Access.of("mine", actions)).isEmpty();
    }

    @Test
    void anAccessHasActions() {
        assertThatThrownBy(() -> new Access("mine", Set.of())).isInstanceOf(Malformed.class);
        assertThat(Access.of("mine", Set.of())).isEmpty();
    }

    @Test
    void actionsStayInTheirOrderAndMeanTheSameInAnyOrderAndCase() {
        var access = new Access("mine", ordered("ecr:PutImage", "ecr:BatchGetImage"));
        assertThat(access.actions()).containsExactly("ecr:PutImage", "ecr:BatchGetImage");
        var same = new Access("mine", ordered("ecr:batchgetimage", "ecr:PUTIMAGE"));
        assertThat(access).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(access).isNotEqualTo(new Access("yours", access.actions())).isNotEqualTo(new Access("mine", GET));
    }

    @Test
    void whatItIsForFollowsFromItsActions() {
        var once = new Access("once", ordered("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"));
        assertThat(once.pulls() && once.onlyPulls() && !once.pushes()).isTrue();
        assertThat(StandardAccess.PULL.onlyPulls()).isTrue();
        assertThat(StandardAccess.PULL.fetching().actions()).isEqualTo(once.actions());
        assertThat(StandardAccess.READ.pulls() && !StandardAccess.READ.onlyPulls())
                .isTrue();
        assertThat(StandardAccess.READ.fetching()).isEqualTo(StandardAccess.READ);
        assertThat(StandardAccess.PUSH.pulls() && StandardAccess.PUSH.pushes()).isTrue();
        assertThat(StandardAccess.PUSH_ONLY.pushes() && !StandardAccess.PUSH_ONLY.pulls())
                .isTrue();
    }

    @Test
    void togetherTheyHaveTheActionsOfBothOnce() {
        var mine = new Access("mine", ordered("ecr:PutImage", "ecr:BatchGetImage"));
        var more = new Access("yours", ordered("ecr:batchgetimage", "ecr:ListImages"));
        assertThat(mine.and(more).word()).isEqualTo("mine");
        assertThat(mine.and(more).actions()).containsExactly("ecr:PutImage", "ecr:BatchGetImage", "ecr:ListImages");
    }

    @Test
    void aCatalogueHasEachWordOnceAndOneToPullWith() {
        var pull = new AccessCatalogue.Entry(StandardAccess.PULL, "use images");
        var push = new AccessCatalogue.Entry(StandardAccess.PUSH_ONLY, "add images");
        assertThat(new AccessCatalogue(List.of(push, pull)).words()).containsExactly("push-only", "pull");
        assertThatThrownBy(() -> new AccessCatalogue(List.of(pull, pull))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AccessCatalogue(List.of(push))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pushOnlyIsTheSixActionsThatAwsNamesForPushing() {
        assertThat(StandardAccess.PUSH_ONLY.actions())
                .containsExactlyInAnyOrder(
                        "ecr:CompleteLayerUpload",
                        "ecr:UploadLayerPart",
                        "ecr:InitiateLayerUpload",
                        "ecr:BatchCheckLayerAvailability",
                        "ecr:PutImage",
                        "ecr:BatchGetImage");
    }

    @Test
    void theSmallestThatFitsIsFound() {
        assertThat(StandardAccess.CATALOGUE.pulling()).isEqualTo(StandardAccess.PULL);
        assertThat(StandardAccess.CATALOGUE.smallest(access -> access.actions().contains("ecr:ListImages")))
                .contains(StandardAccess.READ);
        assertThat(StandardAccess.CATALOGUE.smallest(access -> access.actions().contains("ecr:TagResource")))
                .isEmpty();
    }

    private static Set<String> ordered(String... actions) {
        return new LinkedHashSet<>(List.of(actions));
    }
}
