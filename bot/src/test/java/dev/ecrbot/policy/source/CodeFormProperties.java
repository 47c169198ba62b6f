package dev.ecrbot.policy.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.policy.plan.Documents;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A policy that is written as code is the same when that is read again. */
final class CodeFormProperties {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]{1,2})?");
    private static final Repository REPOSITORY = new Repository(
            new AccountId("111111111111"), new Region("us-west-2"), new RepositoryName("payments/api-2.x"));
    private static final Contents.Beforehand BEFOREHAND =
            new Contents.Beforehand(Source.REPOSITORY, Optional.empty(), Optional.empty());
    private static final Pattern HEREDOC = Pattern.compile("<<POLICY\\n(.*)\\nPOLICY\\n}\\n", Pattern.DOTALL);

    @Provide
    Arbitrary<PolicyDocument> policies() {
        return Documents.any();
    }

    @Property(tries = 25)
    void readAgainItIsTheSamePolicy(@ForAll("policies") PolicyDocument policy) {
        comesBack(policy);
    }

    @Example
    void variablesComeBackToo() {
        comesBack(PolicyDocument.parse("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage",
                "Condition":{"StringEquals":{"aws:PrincipalTag/team":["${aws:PrincipalTag/x}","%{if}","$${y}","a\\\\nb"]}}}]}"""));
    }

    private static void comesBack(PolicyDocument policy) {
        assertThat(read("policy.json", CodeForm.JSON.write(REPOSITORY, policy))).isEqualTo(policy);
        // CloudFormation makes text of numbers and truth values, which IAM reads alike.
        assertThat(asText(read("template.json", CodeForm.CLOUDFORMATION.write(REPOSITORY, policy))))
                .isEqualTo(asText(policy));
        assertThat(read("show.json", shown(CodeForm.TERRAFORM.write(REPOSITORY, policy))))
                .isEqualTo(policy);
    }

    /** Returns the policy with text in place of all numbers and truth values. */
    private static JsonNode asText(PolicyDocument policy) {
        try {
            return asText(new ObjectMapper().readTree(policy.text()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode asText(JsonNode node) {
        if (node.isObject()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(one -> all.set(one.getKey(), asText(one.getValue())));
            return all;
        }
        if (node.isArray()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            node.forEach(one -> all.add(asText(one)));
            return all;
        }
        String text = node.asText();
        return node.isNull()
                ? node
                : new TextNode(
                        NUMBER.matcher(text).matches()
                                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                                : text);
    }

    private static PolicyDocument read(String name, String text) {
        return Contents.of(name, text, BEFOREHAND).policies().get(0).document();
    }

    /** What Terraform shows of such a resource: the heredoc with its escapes undone. */
    private static String shown(String code) {
        Matcher heredoc = HEREDOC.matcher(code);
        assertThat(heredoc.find()).isTrue();
        var show = JsonNodeFactory.instance.objectNode();
        show.put("terraform_version", "1.9.0")
                .putObject("values")
                .putObject("root_module")
                .putArray("resources")
                .addObject()
                .put("address", "aws_ecr_repository_policy.payments")
                .put("type", "aws_ecr_repository_policy")
                .put("mode", "managed")
                .putObject("values")
                .put("policy", heredoc.group(1).replace("$${", "${").replace("%%{", "%{"));
        return show.toString();
    }
}
