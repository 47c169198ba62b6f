package dev.ecrbot.policy.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.TextPlace;
import dev.ecrbot.policy.Unresolved;
import dev.ecrbot.policy.evaluation.Decider.Source;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentsTest {
    private static final String PULL =
            "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':'*','Action':'ecr:BatchGetImage'}]}";

    @Test
    void aPolicyIsWhoseItIsSaidToBe() {
        Found found = one("policy.json", "\n  " + PULL);
        assertThat(found.source()).isEqualTo(Source.REPOSITORY);
        assertThat(found.name()).isEmpty();
        assertThat(found.place("/Statement/0/Action")).hasValue(new TextPlace(2, 74));
        assertThat(found.place("/Statement/0/Condition")).hasValue(new TextPlace(2, 40));
    }

    @Test
    void aPolicyThatWasEncodedAsATextIsDecodedHoweverOftenThatWasDone() {
        String once = TextNode.valueOf(json(PULL)).toString();
        String twice = TextNode.valueOf(once).toString();
        assertThat(one("x", once).document().statements()).hasSize(1);
        Found found = one("x", twice);
        assertThat(found.document().statements()).hasSize(1);
        assertThat(found.place("/Statement/0/Action")).hasValue(new TextPlace(1, 1));
    }

    @Test
    void theAnswersOfTheCliTellWhoseThePolicyIs() {
        String text = TextNode.valueOf(json(PULL)).toString();
        Found repository = one(
                "x",
                "{\"registryId\":\"333333333333\",\"repositoryName\":\"payments/api\",\n\"policyText\":" + text + "}");
        assertThat(repository.source()).isEqualTo(Source.REPOSITORY);
        assertThat(repository.owner()).hasValue(new AccountId("333333333333"));
        assertThat(repository.name()).hasValue("payments/api");
        assertThat(repository.place("/Statement/0")).hasValue(new TextPlace(2, 1));
        assertThat(one("x", "{\"registryId\":\"333333333333\",\"policyText\":" + text + "}")
                        .source())
                .isEqualTo(Source.REGISTRY);
        assertThat(one(
                                "x",
                                "{\"repositoryCreationTemplates\":[{\"prefix\":\"a\"},{\"prefix\":\"b\",\"repositoryPolicy\":"
                                        + text + "}]}")
                        .name())
                .hasValue("template b");
    }

    @Test
    void aTemplateInYamlIsReadWithItsTags() {
        String template = """
                AWSTemplateFormatVersion: 2010-09-09
                Parameters:
                  Org: { Type: String, Default: o-abc123def4 }
                  Partner: { Type: String }
                Resources:
                  Queue: { Type: AWS::SQS::Queue }
                  Repository:
                    Type: AWS::ECR::Repository
                    Properties:
                      RepositoryPolicyText:
                        Version: 2012-10-17
                        Statement:
                          - Effect: Allow
                            Principal:
                              AWS:
                                - !Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:root
                                - !Join ['', ['arn:aws:iam::', !Ref Partner, ':root']]
                                - !GetAtt Role.Arn
                                - 222222222222
                                - !If [Extra, 333333333333, !Ref AWS::NoValue]
                            Action: ecr:BatchGetImage
                            Condition:
                              StringEquals:
                                aws:PrincipalOrgID: !Ref Org
                                aws:PrincipalTag/team: !Sub '${!aws:ResourceTag/team}'
                  Registry:
                    Type: AWS::ECR::RegistryPolicy
                    Properties:
                      PolicyText: !Ref Later
                  Template:
                    Type: AWS::ECR::RepositoryCreationTemplate
                    Properties: { RepositoryPolicy: '%s' }
                """.formatted(json(PULL));
        Contents contents = contents("template.yml", template);
        assertThat(contents.open()).containsExactly("Registry");
        assertThat(contents.policies())
                .extracting(found -> found.name().orElse(""))
                .containsExactly("Repository", "Template");
        Found repository = contents.policies().get(0);
        String text = repository.document().text();
        assertThat(text)
                .contains(
                        "arn:aws:iam::111111111111:root",
                        Unresolved.value("Partner"),
                        Unresolved.value("Fn::GetAtt"),
                        "\"222222222222\",\"333333333333\"]",
                        "\"aws:PrincipalOrgID\":\"o-abc123def4\"",
                        "${aws:ResourceTag/team}");
        assertThat(repository.place("/Statement/0/Action")).hasValue(new TextPlace(21, 13));
        assertThat(repository.place("/Statement/0/Principal/AWS/1").map(TextPlace::line))
                .hasValue(17);
    }

    @Test
    void aTemplateInJsonIsReadToo() {
        Contents contents = contents("stack.template", """
                {'Resources': {
                  'R': {'Type': 'AWS::ECR::RegistryPolicy', 'Properties': {'PolicyText': {
                    'Version': '2012-10-17',
                    'Statement': [{'Effect': 'Allow', 'Principal': {'AWS': {'Fn::Sub': ['${a}', {'a': {'Ref': 'AWS::AccountId'}}]}},
                      'Action': 'ecr:ReplicateImage', 'Resource': '*'}]}}}}}""");
        Found found = contents.policies().get(0);
        assertThat(found.source()).isEqualTo(Source.REGISTRY);
        assertThat(found.document().text()).contains("\"AWS\":\"111111111111\"");
        assertThat(found.place("/Statement/0/Action")).hasValue(new TextPlace(5, 7));
    }

    @Test
    void plansAndStatesOfTerraformAreReadWithTheirModules() {
        String text = TextNode.valueOf(json(PULL)).toString();
        String module = """
                {"resources":[
                  {"address":"aws_ecr_repository_policy.a","mode":"managed","type":"aws_ecr_repository_policy","values":{"policy":%s}},
                  {"address":"aws_s3_bucket_policy.b","mode":"managed","type":"aws_s3_bucket_policy","values":{"policy":"{}"}},
                  {"address":"aws_ecr_repository_policy.c","mode":"managed","type":"aws_ecr_repository_policy","values":{}}],
                 "child_modules":[{"resources":[
                  {"address":"module.m.aws_ecr_registry_policy.d","mode":"managed","type":"aws_ecr_registry_policy","values":{"policy":%s}}]}]}""".formatted(text, text);
        for (String form : List.of("{\"planned_values\":{\"root_module\":%s}}", "{\"values\":{\"root_module\":%s}}")) {
            Contents contents = contents("show.json", form.formatted(module));
            assertThat(contents.policies())
                    .extracting(Found::source)
                    .containsExactly(Source.REPOSITORY, Source.REGISTRY);
            assertThat(contents.open()).containsExactly("aws_ecr_repository_policy.c");
            assertThat(contents.policies().get(0).place("/Statement/0").map(TextPlace::line))
                    .hasValue(2);
        }
    }

    @Test
    void whatHoldsNoPolicyIsRefusedByName() {
        assertThatThrownBy(() -> contents("x", "{'a':1}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().what()).contains("nor something that holds one"));
        assertThatThrownBy(
                        () -> contents(
                                "x",
                                "{'Resources':{'R':{'Type':'AWS::ECR::Repository','Properties':{'RepositoryPolicyText':{'a':1}}}}}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().what()).startsWith("R: "));
        assertThatThrownBy(() -> contents("x.yaml", "a: [1"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().what()).contains("as YAML: line "));
        assertThatThrownBy(() -> contents("x.yaml", "a: 1\na: 2")).isInstanceOf(ProblemException.class);
    }

    private static Found one(String name, String text) {
        List<Found> policies = contents(name, text).policies();
        assertThat(policies).hasSize(1);
        return policies.get(0);
    }

    private static Contents contents(String name, String text) {
        return Contents.of(
                name,
                name.endsWith("ml") || text.contains("\\\"") ? text : json(text),
                new Contents.Beforehand(
                        Source.REPOSITORY,
                        Optional.of(new AccountId("111111111111")),
                        Optional.of(new Region("us-west-2"))));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
