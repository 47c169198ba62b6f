package dev.ecrbot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.StandardAccess;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessWordsTest {

    @Test
    void eachAccessIsItsWord() {
        assertThat(StandardAccess.values())
                .hasSize(4)
                .allSatisfy(access -> assertThat(AccessWords.of(StandardAccess.CATALOGUE, access.actions()))
                        .containsExactly(access.word()));
    }

    @Test
    void onlyTheWidestAreSaid() {
        Set<String> both = new HashSet<>(StandardAccess.PUSH.actions());
        both.addAll(StandardAccess.READ.actions());
        assertThat(AccessWords.of(StandardAccess.CATALOGUE, both)).containsExactly("push", "read");
    }

    @Test
    void whatNoWordCoversIsNamed() {
        Set<String> actions = new HashSet<>(StandardAccess.PULL.actions());
        actions.addAll(Set.of("ecr:ListImages", "ecr:Describe*", "ecr:*", "s3:GetObject"));
        assertThat(AccessWords.of(StandardAccess.CATALOGUE, actions))
                .containsExactly("pull", "ecr:*", "ecr:Describe*", "ListImages", "s3:GetObject");
        assertThat(AccessWords.of(StandardAccess.CATALOGUE, Set.of("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")))
                .containsExactly("BatchGetImage", "GetDownloadUrlForLayer");
        assertThat(AccessWords.of(StandardAccess.CATALOGUE, Set.of())).isEmpty();
    }

    @Test
    void theCaseOfActionsMeansNothing() {
        assertThat(AccessWords.of(
                        StandardAccess.CATALOGUE,
                        Set.of("ECR:batchgetimage", "ecr:GETDOWNLOADURLFORLAYER", "ecr:BatchCheckLayerAvailability")))
                .containsExactly("pull");
    }

    @ParameterizedTest
    @CsvSource({
        "ecr:*, ecr:PutImage, true",
        "*, ecr:PutImage, true",
        "ECR:put?mage, ecr:PutImage, true",
        "ecr:*Image, ecr:BatchGetImage, true",
        "ecr:*Image*s, ecr:BatchGetImage, false",
        "ecr:PutImag, ecr:PutImage, false",
        "ecr:PutImage?, ecr:PutImage, false",
        "ecr-public:*, ecr:PutImage, false",
        "ecr.PutImage, ecr:PutImage, false"
    })
    void starsAndQuestionMarksStandForOthers(String written, String action, boolean covered) {
        assertThat(AccessWords.covers(Set.of(written), action)).isEqualTo(covered);
    }

    @Test
    void manyStarsTakeNoTime() {
        assertThat(AccessWords.covers(Set.of("*a".repeat(1_000) + "b"), "a".repeat(5_000)))
                .isFalse();
    }
}
