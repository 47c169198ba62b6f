package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Breaks texts as people and their tools do: something is cut out, said twice, put in or garbled. Not thread-safe. */
final class MutatedTexts {
    static final String NONE = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
    static final String GRANT = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
            + "\"Action\":\"ecr:*\"}]}";
    private static final String OWN =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"A\",\"Effect\":\"Allow\",\"Action\":"
                    + "[\"ecr:*\",\"s3:Get*\"],\"Resource\":[\"arn:aws:ecr:*:111111111111:repository/${aws:username}/*\",\"*\"],"
                    + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}}]}";
    private static final String TEMPLATE = """
            Resources:
              R:
                Type: AWS::ECR::Repository
                Properties:
                  RepositoryPolicyText:
                    Version: 2012-10-17
                    Statement:
                      - Effect: Allow
                        Principal:
                          AWS: !Sub 'arn:aws:iam::${Partner}:root'
                        Action: [ecr:BatchGetImage]
            """;
    private static final String ALPHABET = "{}[]\",:*?\\0aA1 eE-+.$!&#'|>\n\t\u0000\ufeff\ufffc\ud800";
    private static final List<String> PIECES = List.of(
            "1e2222222223",
            "\"Effect\":\"allow\"",
            "${",
            "}",
            "!Ref x",
            "&a *a",
            "\"Statement\":",
            "null",
            "[[[[",
            "- ");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path CASES = Path.of("src", "test", "resources", "cases");

    private final Random random;
    private final List<String> policies = new ArrayList<>();
    private final List<String> denials = new ArrayList<>();

    MutatedTexts(Random random) throws IOException {
        this.random = random;
        try (Stream<Path> cases = Files.list(CASES)) {
            for (Path path : cases.filter(one -> one.toString().endsWith(".json"))
                    // Those tell of a policy and what was done with it, AWS's errors included.
                    .filter(one -> !one.getFileName().toString().startsWith("bot-"))
                    .sorted()
                    .toList()) {
                policies.add(Files.readString(path));
            }
        }
        policies.addAll(List.of(OWN, OWN, OWN, OWN, OWN, OWN, TEMPLATE));
        policies.add(MAPPER.writeValueAsString(GRANT));
        policies.add(object().put("registryId", "111111111111")
                .put("policyText", OWN)
                .toString());
        policies.add(resources("AWS::ECR::RegistryPolicy", "PolicyText"));
        policies.add(resources("AWS::ECR::RepositoryCreationTemplate", "RepositoryPolicy"));
        policies.add(planned("aws_ecr_registry_policy", "policy"));
        policies.add(planned("aws_ecr_repository_creation_template", "repository_policy"));
        for (String line : Files.readAllLines(CASES.resolve("denials.jsonl"))) {
            denials.add(MAPPER.readTree(line).path("text").asText());
        }
    }

    /** Returns a file with a policy of any form that is read, broken. */
    String policy() {
        return broken(policies.get(random.nextInt(policies.size())));
    }

    /** Returns an error that somebody pasted, broken. */
    String denial() {
        return broken(denials.get(random.nextInt(denials.size())));
    }

    String broken(String text) {
        var broken = new StringBuilder(text);
        for (int times = random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(broken.length());
            int to = Math.min(broken.length(), at + random.nextInt(12));
            switch (random.nextInt(6)) {
                case 0 -> broken.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 1 -> broken.delete(at, Math.min(to, at + broken.length() - 1));
                case 2 -> broken.insert(random.nextInt(broken.length()), broken.substring(at, to));
                case 3 -> broken.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 4 -> broken.insert(at, broken.substring(at, to).repeat(random.nextInt(200)));
                default -> broken.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return broken.toString();
    }

    private static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    private static String resources(String type, String property) throws IOException {
        ObjectNode template = object();
        template.putObject("Resources")
                .putObject("R")
                .put("Type", type)
                .putObject("Properties")
                .set(property, MAPPER.readTree(OWN));
        return template.toString();
    }

    private static String planned(String type, String attribute) {
        ObjectNode plan = object();
        plan.putObject("planned_values")
                .putObject("root_module")
                .putArray("resources")
                .addObject()
                .put("address", type + ".a")
                .put("type", type)
                .putObject("values")
                .put(attribute, OWN);
        return plan.toString();
    }
}
