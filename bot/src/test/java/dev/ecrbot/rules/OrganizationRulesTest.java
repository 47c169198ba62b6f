package dev.ecrbot.rules;

import static dev.ecrbot.rules.Examples.FINANCE;
import static dev.ecrbot.rules.Examples.SALES;
import static dev.ecrbot.rules.Examples.grant;
import static dev.ecrbot.rules.Examples.revoke;
import static dev.ecrbot.rules.Examples.role;
import static dev.ecrbot.rules.Examples.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            to                                                | asked for                                                          | decides
            o-abc123def4                                      | o-abc123def4                                                       | yes
            o-abc123def4                                      | o-abc123def4/r-ab12/ou-ab12-11111111                               | yes
            o-abc123def4/r-ab12/ou-ab12-11111111              | o-abc123def4/r-ab12/ou-ab12-11111111                               | yes
            o-abc123def4/r-ab12/ou-ab12-11111111              | o-abc123def4/r-ab12/ou-ab12-11111111/ou-ab12-22222222              | yes
            o-abc123def4/r-ab12/ou-ab12-11111111              | o-abc123def4                                                       | no
            o-abc123def4/r-ab12/ou-ab12-11111111              | o-abc123def4/r-ab12                                                | no
            o-abc123def4/r-ab12/ou-ab12-11111111              | o-abc123def4/r-ab12/ou-ab12-33333333                               | no
            o-xyz123def4                                      | o-abc123def4                                                       | no
            """)
    void accessGoesToWhatARuleNamesAndBelow(String to, String asked, String decides) {
        Rule rule = to(Set.of(path(to)), PrincipalKind.ORGANIZATION);
        assertThat(rule.covers(grant(StandardAccess.PULL, "payments/api", organization(asked))))
                .isEqualTo(decides.equals("yes"));
    }

    @Test
    void anOrganizationIsAKindOfItsOwnAndItsAccountsAreNotMeant() {
        var acme = organization("o-abc123def4");
        assertThat(rule("r").covers(grant(StandardAccess.PULL, "payments/api", acme)))
                .isFalse();
        assertThat(to(Set.of(path("o-abc123def4")), PrincipalKind.ROLE)
                        .covers(grant(StandardAccess.PULL, "payments/api", acme)))
                .isFalse();
        assertThat(to(Set.of(path("o-abc123def4")), PrincipalKind.values())
                        .covers(grant(StandardAccess.PULL, "payments/api", role(FINANCE))))
                .isFalse();
        assertThat(rule("r").covers(revoke(Optional.of(StandardAccess.PULL), "payments/api", acme)))
                .isTrue();
    }

    @Test
    void functionsCountAsAWholeAccount() {
        var functions = new Principal.LambdaFunctions(new Region("us-west-2"), SALES, "*");
        assertThat(Examples.forKinds(rule("r"), PrincipalKind.ACCOUNT)
                        .covers(grant(StandardAccess.PULL, "payments/api", functions)))
                .isTrue();
        assertThat(Examples.forKinds(rule("r"), PrincipalKind.ROLE, PrincipalKind.USER)
                        .covers(grant(StandardAccess.PULL, "payments/api", functions)))
                .isFalse();
        assertThat(Examples.to(Examples.forKinds(rule("r"), PrincipalKind.ACCOUNT), FINANCE)
                        .covers(grant(StandardAccess.PULL, "payments/api", functions)))
                .isFalse();
    }

    @Test
    void aMissSaysWhatIsLetIn() {
        var rules = new Rules(List.of(to(Set.of(path("o-abc123def4")), PrincipalKind.values())));
        assertThat(rules.none(
                                grant(StandardAccess.PULL, "payments/api", organization("o-xyz123def4")),
                                Map.of("sales", SALES))
                        .text())
                .contains("but not organization o-xyz123def4.")
                .contains("It covers accounts sales, and organizations o-abc123def4.");
    }

    private static Rule to(Set<OrganizationPath> organizations, PrincipalKind... kinds) {
        return Examples.to(rule("r"), new Targets(false, Set.of(SALES), organizations), Set.of(kinds));
    }

    private static Principal organization(String text) {
        return new Principal.Organization(path(text));
    }

    private static OrganizationPath path(String text) {
        return OrganizationPath.parse(text).orElseThrow();
    }
}
