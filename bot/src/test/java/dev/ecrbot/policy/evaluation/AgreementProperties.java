package dev.ecrbot.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.Sampled;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds every yes and every no against whoever may be behind the principal that is asked about, whatever turns out to be true
 * of the rest, and however IAM settles what it leaves open.
 */
class AgreementProperties {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> OF_TEXTS =
            List.of("StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIfExists", "Null");
    private static final List<String> OF_PRINCIPALS = List.of(
            "aws:PrincipalTag/of", "aws:PrincipalTag/n", "aws:PrincipalOrgID", "aws:PrincipalAccount", "aws:username");

    @Property(tries = 800, shrinking = ShrinkingMode.OFF, seed = "20261129")
    void noYesAndNoNoIsWrong(@ForAll long seed) {
        new AgreementCase.Decided().accept(seed);
    }

    @Tag("full")
    @Property(tries = 200_000, shrinking = ShrinkingMode.OFF, seed = "20261130")
    void noYesAndNoNoIsWrongInManyDocuments(@ForAll long seed) {
        new AgreementCase.Decided().accept(seed);
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    @Sampled(1200)
    void nothingStaysOpenThatIsSettled(@ForAll long seed) {
        new AgreementCase.Open().accept(seed);
    }

    /** Services are nobody's principals: what asks for tags, an organization or an ARN of theirs can be decided, and is. */
    @Test
    void whatServicesNeverCarryIsDecided() throws JsonProcessingException {
        for (String service : List.of(Questions.LAMBDA, Asker.CODEBUILD)) {
            for (String operator : OF_TEXTS) {
                for (String key : OF_PRINCIPALS) {
                    String statement = "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"" + Questions.PULL
                            + "\",\"Condition\":{\"" + operator + "\":{\"" + key + "\":\""
                            + (operator.equals("Null") ? "true" : "o-a") + "\"}}}";
                    var request = new BruteForce(
                            List.of(service),
                            Questions.PULL,
                            Questions.API.arn(),
                            Asker.of(service, true).get(0).request(Map.of(key, List.of("o-a"))));
                    assertThat(Questions.verdict(Questions.policy(statement), service))
                            .as("%s by %s", statement, service)
                            .isEqualTo(request.allows(List.of(MAPPER.readTree(statement))) ? "yes" : "no");
                }
            }
        }
    }
}
