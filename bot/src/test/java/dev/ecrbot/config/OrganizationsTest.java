package dev.ecrbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.rules.PrincipalKind;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Targets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationsTest {
    private static final AccountId SALES = new AccountId("222222222222");
    private static final AccountId FINANCE = new AccountId("333333333333");
    private static final ConfigText ACME = ConfigText.LEAST.with("rules:\n", """
            organizations:
              acme:
                id: o-abc123def4
                accounts: [sales, "444444444444"]
                paths: {finance: r-ab12/ou-ab12-11111111, "444444444444": r-ab12}
              other: {id: o-xyz123def4}
            rules:
            """);

    @Test
    void tellWhichAccountsAreWhere() {
        BotConfig config = ACME.valid();
        assertThat(config.organizations())
                .containsExactly(
                        Map.entry(
                                "acme",
                                new Organization(
                                        new OrganizationId("o-abc123def4"),
                                        Map.of(
                                                SALES,
                                                path("o-abc123def4"),
                                                FINANCE,
                                                path("o-abc123def4/r-ab12/ou-ab12-11111111"),
                                                new AccountId("444444444444"),
                                                path("o-abc123def4/r-ab12")))),
                        Map.entry("other", new Organization(new OrganizationId("o-xyz123def4"), Map.of())));
        assertThat(config.knownOrganizations().names())
                .containsEntry(new OrganizationId("o-abc123def4"), "acme")
                .hasSize(2);
        assertThat(config.knownOrganizations().isWithin(SALES, path("o-xyz123def4")))
                .contains(false);
    }

    @Test
    void areNamedInRules() {
        Rule rule = only(ACME.with("[sales, finance]", "[sales, acme/r-ab12/ou-ab12-11111111, o-xyz123def4]"));
        assertThat(rule.scope().to())
                .isEqualTo(new Targets(
                        false,
                        Set.of(SALES),
                        Set.of(path("o-abc123def4/r-ab12/ou-ab12-11111111"), path("o-xyz123def4"))));
        assertThat(rule.scope().principals()).containsExactlyInAnyOrder(PrincipalKind.values());
        assertThat(only(ACME.with("[sales, finance]", "[acme]")).scope().to().accounts())
                .isEmpty();
        assertThat(only(ACME).scope().principals()).doesNotContain(PrincipalKind.ORGANIZATION);
        assertThat(only(ACME.with("[sales, finance]", "['*']")).scope().to().organizations())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id: o-abc123def4 | id: acme | organizations.acme.id | o-abc123def4",
                "other: | sales: | organizations.sales | is an account's name already",
                "other: | Other Inc: | organizations.Other Inc | a name begins with",
                "{id: o-xyz123def4} | `{accounts: [\"555555555555\"]}` | organizations.other | needs the key “id”",
                "{id: o-xyz123def4} | `{id: o-xyz123def4, accounts: [sales]}` | organizations.other.accounts[0] | in organization acme already",
                "{id: o-xyz123def4} | `{id: o-xyz123def4, paths: {nobody: r-ab12}}` | organizations.other.paths.nobody | there is no such account",
                "{finance: r-ab12/ou-ab12-11111111 | {finance: ou-ab12-11111111 | organizations.acme.paths.finance | a place below the organization",
                "{id: o-xyz123def4} | `{id: o-xyz123def4, units: []}` | organizations.other.units | is unknown",
                "[sales, finance] | `[sales, acme/ou-ab12-11111111]` | rules[0].to[1] | looks like o-abc123def4",
                "[sales, finance] | `[sales, o-1]` | rules[0].to[1] | looks like o-abc123def4",
                "[sales, finance] | `[sales, acmee]` | rules[0].to[1] | did you mean “acme”?",
                "to: [sales, finance] | `to: [acme]\n    principals: [role]` | rules[0].principals | leaves out organization",
            })
    void mistakesAreSaid(String from, String to, String path, String said) {
        List<Mistake> mistakes = ACME.with(from, to.replace("\\n", "\n")).mistakes();
        assertThat(mistakes).singleElement().satisfies(mistake -> {
            assertThat(mistake.path()).isEqualTo(path);
            assertThat(mistake.text()).contains(said);
        });
    }

    @Test
    void aMistakeInOneIsNotReportedWhereverItIsUsed() {
        assertThat(ACME.with("id: o-abc123def4", "id: x")
                        .with("[sales, finance]", "[sales, acme/r-ab12]")
                        .mistakes())
                .extracting(Mistake::path)
                .containsExactly("organizations.acme.id");
    }

    private static Rule only(ConfigText text) {
        return text.valid().rules().all().get(0);
    }

    private static OrganizationPath path(String text) {
        return OrganizationPath.parse(text).orElseThrow();
    }
}
