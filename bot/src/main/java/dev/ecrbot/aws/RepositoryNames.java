package dev.ecrbot.aws;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;

/** The names of the repositories in each registry and Region, some minutes old; for suggestions only. Thread-safe. */
final class RepositoryNames {

    private static final Logger LOG = LoggerFactory.getLogger(RepositoryNames.class);

    private static final int PAGE = 1000;
    private static final int MOST = 10_000;

    private static final Duration KEPT = Duration.ofMinutes(5);

    /** Soon enough to notice that a permission was added, late enough to spare an AWS that has trouble. */
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(30);

    private final CallTimeout span;
    private final Cache<Call, Listing> cache;

    private record Listing(List<RepositoryName> names, boolean whole) {}

    RepositoryNames(CallTimeout span, Clock clock) {
        this.span = span;
        this.cache = Caffeine.newBuilder()
                .expireAfter(Expiry.<Call, Listing>creating((call, listing) -> listing.whole() ? KEPT : FAILURE_KEPT))
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    List<RepositoryName> names(RegionalEcr ecr, Region region) {
        var call = Call.on(ecr.registry(), region, Operation.DESCRIBE_REPOSITORIES);
        return cache.get(call, key -> list(ecr, key)).names();
    }

    private Listing list(RegionalEcr ecr, Call call) {
        var deadline = Deadline.in(span.whole());
        var names = new ArrayList<RepositoryName>();
        try {
            String token = null;
            do {
                var page = page(ecr, deadline, token);
                page.repositories().stream()
                        .flatMap(repository -> Optional.ofNullable(repository.repositoryName()).stream())
                        .flatMap(name -> RepositoryName.parse(name).stream())
                        .forEach(names::add);
                token = page.nextToken();
            } while (token != null && names.size() < MOST && deadline.leaves(Duration.ZERO));
            return new Listing(sorted(names), token == null || names.size() >= MOST);
        } catch (ProblemException noCredentials) {
            return new Listing(sorted(names), false);
        } catch (RuntimeException e) {
            LOG.info("{} of {} failed, going on without: {}", call.operation(), call.arn(), FailureText.of(e));
            return new Listing(sorted(names), false);
        }
    }

    private DescribeRepositoriesResponse page(RegionalEcr ecr, Deadline deadline, @Nullable String token) {
        var settings = ecr.within(deadline, span.attempt());
        return ecr.reading()
                .describeRepositories(
                        describe -> describe.registryId(ecr.registry().account().value())
                                .maxResults(PAGE)
                                .nextToken(token)
                                .overrideConfiguration(settings));
    }

    private static List<RepositoryName> sorted(List<RepositoryName> names) {
        return names.stream().sorted().limit(MOST).toList();
    }
}
