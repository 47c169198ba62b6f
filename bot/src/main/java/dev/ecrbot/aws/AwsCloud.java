package dev.ecrbot.aws;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.interview.Cloud;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** AWS by the SDK's default chain, for whoever writes a first configuration. */
public final class AwsCloud implements Cloud {
    private static final Logger LOG = LoggerFactory.getLogger(AwsCloud.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Region region;

    /** @param usual the Region whose STS is asked; empty for the first one there was */
    public AwsCloud(Optional<String> usual) {
        this.region = usual.map(Region::of).orElse(Region.US_EAST_1);
    }

    @Override
    public Optional<Caller> caller() {
        try (var http = Apache5HttpClient.builder().connectionTimeout(PATIENCE).build();
                var sts = StsClient.builder()
                        .region(region)
                        .httpClient(http)
                        .overrideConfiguration(o -> o.apiCallTimeout(PATIENCE.multipliedBy(2)))
                        .build()) {
            var who = sts.getCallerIdentity();
            return AccountId.parse(String.valueOf(who.account()))
                    .map(account ->
                            new Caller(account, String.valueOf(who.arn()).replaceAll("\\p{C}", "?")));
        } catch (RuntimeException e) {
            LOG.info("STS didn't say who calls: {}", FailureText.of(e));
            return Optional.empty();
        }
    }

    @Override
    public List<String> regions() {
        return Region.regions().stream()
                .map(Region::id)
                .filter(id -> dev.ecrbot.ecr.Region.parse(id).isPresent())
                .sorted()
                .toList();
    }
}
