package dev.ecrbot.ecr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationPathTest {
    private static final OrganizationPath ACME = path("o-abc123def4");
    private static final OrganizationPath ROOT = path("o-abc123def4/r-ab12");
    private static final OrganizationPath BUILD = path("o-abc123def4/r-ab12/ou-ab12-11111111");
    private static final OrganizationPath NIGHTLY = path("o-abc123def4/r-ab12/ou-ab12-11111111/ou-ab12-22222222");

    @Test
    void aPlaceIsReadAndWrittenAsAwsWritesIt() {
        assertThat(NIGHTLY)
                .hasToString("o-abc123def4/r-ab12/ou-ab12-11111111/ou-ab12-22222222")
                .isEqualTo(path(NIGHTLY + "/"));
        assertThat(NIGHTLY.below()).containsExactly("r-ab12", "ou-ab12-11111111", "ou-ab12-22222222");
        assertThat(List.of(ACME.lastId(), ROOT.lastId(), BUILD.lastId()))
                .containsExactly("o-abc123def4", "r-ab12", "ou-ab12-11111111");
        assertThat(List.of(ACME.isWhole(), ROOT.isWhole(), ROOT.isRoot(), BUILD.isRoot()))
                .containsExactly(true, false, true, false);
    }

    @Test
    void aPlaceHoldsWhatLiesBelowIt() {
        assertThat(List.of(ACME, ROOT, BUILD, NIGHTLY)).allMatch(ACME::contains).allMatch(each -> each.contains(each));
        assertThat(List.of(BUILD.contains(NIGHTLY), NIGHTLY.contains(BUILD), BUILD.contains(ACME)))
                .containsExactly(true, false, false);
        assertThat(ACME.contains(path("o-xyz123def4"))).isFalse();
        assertThat(path("o-abc123def4/r-ab12/ou-ab12-1111111a").contains(NIGHTLY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "acme",
                "o-short",
                "o-ABC123DEF4",
                "o-abc123def4//r-ab12",
                "o-abc123def4/ou-ab12-11111111",
                "o-abc123def4/r-ab12/ou-ab12-1",
                "o-abc123def4/r-ab12/ou-zz99-11111111",
                "o-abc123def4/r-ab12/ou-ab12-11111111/*",
                "o-abc123def4/r-ab12/ou-ab12-11111111//",
                "o-abc123def4*"
            })
    void whatIsNoPlaceIsNotRead(String text) {
        assertThat(OrganizationPath.parse(text)).isEmpty();
    }

    @Test
    void noneCanBeMadeThatAwsDoesNotHave() {
        assertThatThrownBy(() -> new OrganizationPath(ACME.organization(), List.of("ou-ab12-11111111")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("looks like o-abc123def4/r-ab12/ou-ab12-11111111");
        assertThatThrownBy(() -> new OrganizationId("o-*")).isInstanceOf(Malformed.class);
    }

    private static OrganizationPath path(String text) {
        return OrganizationPath.parse(text).orElseThrow();
    }
}
