package dev.ecrbot.rules;

import static dev.ecrbot.rules.Examples.ANN;
import static dev.ecrbot.rules.Examples.FINANCE;
import static dev.ecrbot.rules.Examples.SALES;
import static dev.ecrbot.rules.Examples.askedBy;
import static dev.ecrbot.rules.Examples.forAccess;
import static dev.ecrbot.rules.Examples.forRepositories;
import static dev.ecrbot.rules.Examples.rule;
import static dev.ecrbot.rules.Examples.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule is for, and which of several decides. */
final class CoverageTest {
    /** For pull on payments/*, to roles in the account sales. */
    private static final Rule PULLING = rule("pulling");

    // From the narrowest to the widest, and each lets in other people.
    private static final Rule NARROW = askedBy("narrow", users("U0EVE"), forRepositories(rule("r"), "payments/api"));
    private static final Rule TEAM = askedBy(
            "team",
            users("U0ANN"),
            forAccess(forRepositories(rule("r"), "payments/*"), StandardAccess.PULL, StandardAccess.PUSH));
    private static final Rule ALL = askedBy(
            "all",
            users("U0BOB"),
            forAccess(forRepositories(rule("r"), "*"), StandardAccess.PULL, StandardAccess.PUSH));

    /** Who access is given to, or taken from. */
    enum To {
        ROLE_IN_SALES(Examples.role(SALES)),
        ROLE_IN_FINANCE(Examples.role(FINANCE)),
        USER_IN_SALES(new Principal.User(Partition.AWS, SALES, "/", "ann")),
        WHOLE_SALES(new Principal.Account(Partition.AWS, SALES)),
        WHOLE_FINANCE(new Principal.Account(Partition.AWS, FINANCE)),
        EVERYONE(new Principal.Everyone()),
        DELETED_ROLE(new Principal.Orphan("AROAX")),
        SERVICE(new Principal.Service("lambda.amazonaws.com"));

        private final Principal principal;

        To(Principal principal) {
            this.principal = principal;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            to or from      | grant pull payments/api | grant push payments/api | grant pull web | revoke pull payments/api | revoke push payments/api | revoke all payments/api | revoke all web
            ROLE_IN_SALES   | yes                     | no                      | no             | yes                      | no                       | yes                     | no
            ROLE_IN_FINANCE | no                      | no                      | no             | yes                      | no                       | yes                     | no
            USER_IN_SALES   | no                      | no                      | no             | yes                      | no                       | yes                     | no
            WHOLE_SALES     | no                      | no                      | no             | yes                      | no                       | yes                     | no
            WHOLE_FINANCE   | no                      | no                      | no             | yes                      | no                       | yes                     | no
            EVERYONE        | no                      | no                      | no             | yes                      | no                       | yes                     | no
            DELETED_ROLE    | no                      | no                      | no             | yes                      | no                       | yes                     | no
            SERVICE         | no                      | no                      | no             | yes                      | no                       | yes                     | no
            """)
    void ofRevocationsLooksNeitherAtTheAccountNorAtTheKind(
            To to, String pull, String push, String web, String rPull, String rPush, String rAll, String rWeb) {
        assertThat(covers("grant pull payments/api", to)).isEqualTo(pull);
        assertThat(covers("grant push payments/api", to)).isEqualTo(push);
        assertThat(covers("grant pull web", to)).isEqualTo(web);
        assertThat(covers("revoke pull payments/api", to)).isEqualTo(rPull);
        assertThat(covers("revoke push payments/api", to)).isEqualTo(rPush);
        assertThat(covers("revoke all payments/api", to)).isEqualTo(rAll);
        assertThat(covers("revoke all web", to)).isEqualTo(rWeb);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            rules in order  | asked for                | decides | EVE | ANN | BOB
            narrow team all | grant pull payments/api  | narrow  | yes | no  | no
            narrow team all | grant push payments/api  | team    | no  | yes | no
            narrow team all | grant pull payments/web  | team    | no  | yes | no
            narrow team all | grant pull web           | all     | no  | no  | yes
            narrow team all | grant push web           | all     | no  | no  | yes
            narrow team all | grant read payments/api  | none    | no  | no  | no
            narrow team all | revoke pull payments/api | narrow  | yes | no  | no
            narrow team all | revoke push payments/api | team    | no  | yes | no
            narrow team all | revoke all payments/api  | narrow  | yes | no  | no
            narrow team all | revoke all web           | all     | no  | no  | yes
            team narrow all | grant pull payments/api  | team    | no  | yes | no
            team narrow all | revoke all payments/api  | team    | no  | yes | no
            all team narrow | grant pull payments/api  | all     | no  | no  | yes
            all team narrow | grant push payments/api  | all     | no  | no  | yes
            all team narrow | revoke all payments/api  | all     | no  | no  | yes
            all narrow team | grant pull payments/web  | all     | no  | no  | yes
            narrow          | grant push payments/api  | none    | no  | no  | no
            team            | grant pull web           | none    | no  | no  | no
            """)
    void ofSeveralRulesTheFirstDecidesWhateverALaterOneWouldAllow(
            String order, String asked, String decides, String eve, String ann, String bob) {
        Map<String, Rule> byName = Map.of("narrow", NARROW, "team", TEAM, "all", ALL);
        var rules =
                new Rules(List.of(order.split(" ")).stream().map(byName::get).toList());

        Optional<Rule> found = rules.find(subject(asked, Examples.role(SALES)));

        assertThat(found.map(Rule::name).orElse("none")).isEqualTo(decides);
        assertThat(admits(found, new PersonId(ANN.team(), "U0EVE"))).isEqualTo(eve);
        assertThat(admits(found, ANN)).isEqualTo(ann);
        assertThat(admits(found, Examples.BOB)).isEqualTo(bob);
    }

    private static String covers(String asked, To to) {
        return PULLING.covers(subject(asked, to.principal)) ? "yes" : "no";
    }

    private static String admits(Optional<Rule> rule, PersonId person) {
        return rule.filter(found ->
                        found.mayAsk(new Facts(person, Standing.MEMBER, Map.of())) instanceof RuleVerdict.Allowed)
                .map(found -> "yes")
                .orElse("no");
    }

    private static Subject subject(String asked, Principal principal) {
        String[] words = asked.split(" ");
        Optional<Access> access = words[1].equals("all") ? Optional.empty() : Optional.of(StandardAccess.of(words[1]));
        return words[0].equals("grant")
                ? Examples.grant(access.orElseThrow(), words[2], principal)
                : Examples.revoke(access, words[2], principal);
    }
}
