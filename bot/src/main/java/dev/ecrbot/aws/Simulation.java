package dev.ecrbot.aws;

import dev.ecrbot.doctor.Examined;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.catalogue.ActionCatalogue;
import dev.ecrbot.policy.catalogue.EcrAction;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * Asks IAM what a registry's role may do: all that the bot needs, and nothing of ECR beside. That has to be allowed to the role itself.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html">SimulatePrincipalPolicy</a>
 */
final class Simulation {
    static final String CHECK = "aws.writes";

    private static final String ALLOWED = "allowed";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What the template gives only where rules are for patterns. */
    private static final Set<Operation> OPTIONAL =
            Set.of(Operation.PUT_REGISTRY_POLICY, Operation.DELETE_REGISTRY_POLICY);

    private final URI endpoint;
    private final String signingRegion;

    private Simulation(URI endpoint, String signingRegion) {
        this.endpoint = endpoint;
        this.signingRegion = signingRegion;
    }

    /** Returns what asks the IAM of this part of AWS; empty where its address isn't known. */
    static Optional<Simulation> in(Partition partition) {
        Optional<Simulation> usual = switch (partition.id()) {
            case "aws" -> of("https://iam.amazonaws.com/", "us-east-1");
            case "aws-cn" -> of("https://iam.cn-north-1.amazonaws.com.cn/", "cn-north-1");
            case "aws-us-gov" -> of("https://iam.us-gov.amazonaws.com/", "us-gov-west-1");
            default -> Optional.empty();
        };
        return usual.map(found -> elsewhere()
                .map(address -> new Simulation(URI.create(address), found.signingRegion))
                .orElse(found));
    }

    private static Optional<Simulation> of(String endpoint, String signingRegion) {
        return Optional.of(new Simulation(URI.create(endpoint), signingRegion));
    }

    /** As the SDK's own variables of that name lead its clients elsewhere. */
    private static Optional<String> elsewhere() {
        return Stream.of(
                        Optional.ofNullable(System.getProperty("aws.endpointUrlIam")),
                        Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL_IAM")),
                        Optional.ofNullable(System.getProperty("aws.endpointUrl")),
                        Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Returns what IAM says of the role at this repository; empty if it says nothing.
     *
     * @param patterns whether rules are for patterns
     */
    Optional<Examined> look(
            String subject, String role, Repository repository, boolean patterns, AwsCredentials credentials) {
        Set<String> needed = Stream.of(Operation.values())
                .filter(operation -> patterns || !OPTIONAL.contains(operation))
                .map(Operation::permission)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> others = ActionCatalogue.ecr().actions().stream()
                .map(EcrAction::name)
                .filter(action -> Stream.of(Operation.values())
                        .noneMatch(operation -> operation.permission().equalsIgnoreCase(action)))
                .collect(Collectors.toCollection(TreeSet::new));
        var all = new TreeSet<>(needed);
        all.addAll(others);
        return decisions(role, all, repository.arn(), credentials).map(decisions -> {
            List<String> lacking = needed.stream()
                    .filter(action -> !ALLOWED.equals(decisions.get(action)))
                    .toList();
            List<String> beside = others.stream()
                    .filter(action -> ALLOWED.equals(decisions.get(action)))
                    .toList();
            return finding(subject, repository, lacking, beside);
        });
    }

    private static Examined finding(String subject, Repository repository, List<String> lacking, List<String> beside) {
        String where = repository.arn();
        if (!lacking.isEmpty()) {
            return Examined.wrong(
                    CHECK, subject, CallWords.mayNot(String.join(", ", lacking), where), CallWords.makeTheRole());
        }
        return beside.isEmpty()
                ? Examined.fine(CHECK, subject, CallWords.mayAsNeeded(where))
                : Examined.wrong(
                        CHECK, subject, CallWords.mayMore(String.join(", ", beside), where), CallWords.takeOut());
    }

    private Optional<Map<String, String>> decisions(
            String role, Collection<String> actions, String resource, AwsCredentials credentials) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Action", "SimulatePrincipalPolicy");
        fields.put("Version", "2010-05-08");
        fields.put("PolicySourceArn", role);
        fields.put("ResourceArns.member.1", resource);
        fields.put("MaxItems", "1000");
        int number = 0;
        for (String action : actions) {
            number++;
            fields.put("ActionNames.member." + number, action);
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(signed(body, credentials), BodyHandlers.ofString());
            return answer.statusCode() == 200 ? read(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private HttpRequest signed(String body, AwsCredentials credentials) {
        SdkHttpFullRequest plain = SdkHttpFullRequest.builder()
                .uri(endpoint)
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(r -> r.identity(credentials)
                        .request(plain)
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "iam")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, signingRegion))
                .request();
        var request = HttpRequest.newBuilder(endpoint).timeout(PATIENCE).POST(BodyPublishers.ofString(body));
        signed.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    /** Returns what is decided, by the action; empty where not all of it is there. */
    private static Optional<Map<String, String>> read(String xml) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var decisions = new LinkedHashMap<String, String>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            String action = "";
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                switch (reader.getLocalName()) {
                    case "EvalActionName" -> action = reader.getElementText().strip();
                    case "EvalDecision" ->
                        decisions.putIfAbsent(action, reader.getElementText().strip());
                    case "IsTruncated" -> {
                        if (reader.getElementText().strip().equals("true")) {
                            return Optional.empty();
                        }
                    }
                    default -> {}
                }
            }
            return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions);
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }
}
