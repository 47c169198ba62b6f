package dev.ecrbot.rules;

import static dev.ecrbot.rules.Examples.FINANCE;
import static dev.ecrbot.rules.Examples.SALES;
import static dev.ecrbot.rules.Examples.forAccess;
import static dev.ecrbot.rules.Examples.forKinds;
import static dev.ecrbot.rules.Examples.forRepositories;
import static dev.ecrbot.rules.Examples.grant;
import static dev.ecrbot.rules.Examples.revoke;
import static dev.ecrbot.rules.Examples.role;
import static dev.ecrbot.rules.Examples.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.Code;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RulesTest {
    private static final Principal ACCOUNT = new Principal.Account(Partition.AWS, SALES);
    private static final Principal USER = new Principal.User(Partition.AWS, SALES, "/", "ann");
    private static final Principal SESSION = new Principal.Session(Partition.AWS, SALES, "deployer", "s");
    private static final Principal FEDERATED = new Principal.FederatedUser(Partition.AWS, SALES, "ann");
    private static final Rules TABLE = new Rules(List.of(
            rule("roles"),
            forKinds(rule("accounts"), PrincipalKind.ACCOUNT),
            forAccess(forKinds(rule("all kinds"), PrincipalKind.values()), StandardAccess.PULL, StandardAccess.PUSH),
            Examples.to(rule("finance"), FINANCE),
            forRepositories(rule("elsewhere"), "other:*"),
            forRepositories(rule("another region"), "central/eu-west-1:*"),
            forRepositories(forAccess(rule("reading"), StandardAccess.READ), "central/us-west-2:web*", "*/reader")));

    static Stream<Arguments> asks() {
        return Stream.of(
                arguments(grant(StandardAccess.PULL, "payments/api", role(SALES)), "roles"),
                arguments(grant(StandardAccess.PULL, "payments/api/v2", SESSION), "roles"),
                arguments(grant(StandardAccess.PULL, "payments/api", ACCOUNT), "accounts"),
                arguments(grant(StandardAccess.PULL, "payments/api", USER), "all kinds"),
                arguments(grant(StandardAccess.PULL, "payments/api", FEDERATED), "all kinds"),
                arguments(grant(StandardAccess.PUSH, "payments/api", role(SALES)), "all kinds"),
                arguments(grant(StandardAccess.PULL, "payments/api", role(FINANCE)), "finance"),
                arguments(grant(StandardAccess.READ, "website", role(SALES)), "reading"),
                arguments(grant(StandardAccess.READ, "team/reader", role(SALES)), "reading"),
                arguments(grant(StandardAccess.PUSH_ONLY, "payments/api", role(SALES)), "none"),
                arguments(grant(StandardAccess.PULL, "payments-api", role(SALES)), "none"),
                arguments(grant(StandardAccess.PULL, "xpayments/api", role(SALES)), "none"),
                arguments(grant(StandardAccess.PULL, "payments/api", new Principal.Everyone()), "none"),
                arguments(grant(StandardAccess.PULL, "payments/api", new Principal.Orphan("AROAX")), "none"),
                arguments(
                        grant(StandardAccess.PULL, "payments/api", new Principal.Service("lambda.amazonaws.com")),
                        "none"),
                arguments(revoke(Optional.of(StandardAccess.PULL), "payments/api", new Principal.Everyone()), "roles"),
                arguments(
                        revoke(Optional.of(StandardAccess.PULL), "payments/api", new Principal.Orphan("AROAX")),
                        "roles"),
                arguments(revoke(Optional.of(StandardAccess.PULL), "payments/api", role(Examples.CENTRAL)), "roles"),
                arguments(revoke(Optional.of(StandardAccess.PUSH), "payments/api", role(FINANCE)), "all kinds"),
                arguments(revoke(Optional.empty(), "payments/api", ACCOUNT), "roles"),
                arguments(revoke(Optional.empty(), "website", ACCOUNT), "reading"),
                arguments(revoke(Optional.empty(), "nowhere", ACCOUNT), "none"),
                arguments(revoke(Optional.of(StandardAccess.PUSH), "website", ACCOUNT), "none"));
    }

    @ParameterizedTest
    @MethodSource("asks")
    void areFoundByTheirOrder(Subject subject, String expected) {
        assertThat(TABLE.find(subject).map(Rule::name).orElse("none")).isEqualTo(expected);
    }

    @Test
    void areFoundForTheRegistryTheyName() {
        var subject = new Subject(
                Subject.Kind.GRANT, "other", Examples.repository("web"), Optional.of(StandardAccess.PULL), role(SALES));

        assertThat(TABLE.find(subject).map(Rule::name)).contains("elsewhere");
    }

    @Test
    void areFoundWhateverLaterOnesWouldAllow() {
        Rule strict = Examples.decided(Examples.users("U0EVE"), Examples.users("U0ANN"), false);
        var rules = new Rules(List.of(strict, rule("lax")));

        Rule found = rules.find(grant(StandardAccess.PULL, "payments/api", role(SALES)))
                .orElseThrow();

        assertThat(found).isSameAs(strict);
        assertThat(found.mayAsk(new Facts(Examples.BOB, Standing.MEMBER, Map.of())))
                .isInstanceOf(RuleVerdict.Refused.class);
    }

    @Test
    void areFoundByName() {
        assertThat(TABLE.named("finance").map(rule -> rule.scope().to())).contains(new Targets(false, Set.of(FINANCE)));
        assertThat(TABLE.named("Finance")).isEmpty();
    }

    @Test
    void haveNamesOfTheirOwn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rules(List.of(rule("a"), rule("a"))));
    }

    static Stream<Arguments> misses() {
        var rules = new Rules(List.of(
                rule("pulling"),
                forKinds(forAccess(rule("pushing"), StandardAccess.PUSH), PrincipalKind.ROLE, PrincipalKind.USER),
                forRepositories(rule("web"), "web*")));
        return Stream.of(
                arguments(
                        rules,
                        grant(StandardAccess.PULL, "billing", role(SALES)),
                        "No rule covers repository central/us-west-2:billing. There are rules for: payments/*, web*. "
                                + "Check the name, or ask whoever runs this bot to add a rule for it."),
                arguments(
                        rules,
                        grant(StandardAccess.READ, "payments/api", role(SALES)),
                        "No rule covers this. The nearest, pulling, covers repository central/us-west-2:payments/api, "
                                + "but not access read. It covers access pull. "
                                + "Ask for that, or ask whoever runs this bot to add a rule."),
                arguments(
                        rules,
                        grant(StandardAccess.PUSH, "payments/api", role(FINANCE)),
                        "No rule covers this. The nearest, pushing, covers repository central/us-west-2:payments/api, "
                                + "but not account finance. It covers accounts sales. "
                                + "Ask for that, or ask whoever runs this bot to add a rule."),
                arguments(
                        rules,
                        grant(StandardAccess.PUSH, "payments/api", ACCOUNT),
                        "No rule covers this. The nearest, pushing, covers repository central/us-west-2:payments/api, "
                                + "but not a whole account. It covers a role, a user. "
                                + "Ask for that, or ask whoever runs this bot to add a rule."),
                arguments(
                        rules,
                        grant(StandardAccess.PULL, "payments/api", new Principal.Everyone()),
                        "No rule covers this. The nearest, pulling, covers repository central/us-west-2:payments/api, "
                                + "but not a principal without an account and not a principal that isn't a role, "
                                + "user, account or organization. It covers accounts sales; a role. "
                                + "Ask for that, or ask whoever runs this bot to add a rule."),
                arguments(
                        new Rules(List.of()),
                        grant(StandardAccess.PULL, "payments/api", role(SALES)),
                        "No rule covers repository central/us-west-2:payments/api. "
                                + "Ask whoever runs this bot to add a rule for it."));
    }

    @ParameterizedTest
    @MethodSource("misses")
    void sayWhatComesNearest(Rules rules, Subject subject, String text) {
        var problem = rules.none(subject, Map.of("sales", SALES, "finance", FINANCE));

        assertThat(problem.code()).isEqualTo(Code.NO_RULE);
        assertThat(problem.text()).isEqualTo(text);
    }

    @Test
    void letNoneOfTheirOwnTermsMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> forRepositories(rule("r")));
        assertThatIllegalArgumentException().isThrownBy(() -> forAccess(rule("r")));
        assertThatIllegalArgumentException().isThrownBy(() -> forKinds(rule("r")));
        assertThatIllegalArgumentException().isThrownBy(() -> Examples.to(rule("r")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Examples.decided(People.everyone(), People.everyone(), false));
    }
}
