package dev.ecrbot.aws;

import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.Tag;
import software.amazon.awssdk.services.ecr.model.TagStatus;

/** Reads what is worth knowing about a repository; leaves out what can't be read, or not in time. */
final class FactsReader {

    private static final Logger LOG = LoggerFactory.getLogger(FactsReader.class);

    private static final int IMAGES = 100;

    /** Under such tags cosign keeps signatures and attestations, which docker can't pull. */
    private static final Pattern SIGNATURE = Pattern.compile("sha256-[0-9a-f]{64}.*");

    private final Duration time;

    FactsReader(Duration time) {
        this.time = time;
    }

    RepositoryFacts facts(RegionalEcr ecr, Repository repository) {
        var deadline = Deadline.in(time);
        var tagsCall = Call.on(repository, ecr.registry(), Operation.LIST_TAGS_FOR_RESOURCE);
        var imagesCall = Call.on(repository, ecr.registry(), Operation.DESCRIBE_IMAGES);
        try {
            // Once for both: waiting for STS in vain twice would take longer than there is time.
            var identity = ecr.identity().credentials();
            // Half of the time for each: the slow one must not take away the other.
            var half = Deadline.in(time.dividedBy(2));
            Map<String, String> tags =
                    tolerant(tagsCall, () -> tags(ecr, repository, RegionalEcr.within(identity, half, time)), Map.of());
            Optional<String> newest = tolerant(
                    imagesCall,
                    () -> newestTag(ecr, repository, RegionalEcr.within(identity, deadline, time)),
                    Optional.empty());
            return new RepositoryFacts(tags, newest);
        } catch (ProblemException noCredentials) {
            return new RepositoryFacts(Map.of(), Optional.empty());
        }
    }

    static Map<String, String> tags(RegionalEcr ecr, Repository repository, AwsRequestOverrideConfiguration settings) {
        var tags = new HashMap<String, String>();
        for (Tag tag : ecr.reading()
                .listTagsForResource(list -> list.resourceArn(repository.arn()).overrideConfiguration(settings))
                .tags()) {
            if (tag.key() != null && tag.value() != null) {
                tags.put(tag.key(), tag.value());
            }
        }
        return tags;
    }

    private static Optional<String> newestTag(
            RegionalEcr ecr, Repository repository, AwsRequestOverrideConfiguration settings) {
        return ecr
                .reading()
                .describeImages(
                        describe -> describe.registryId(repository.account().value())
                                .repositoryName(repository.name().value())
                                .filter(tagged -> tagged.tagStatus(TagStatus.TAGGED))
                                .maxResults(IMAGES)
                                .overrideConfiguration(settings))
                .imageDetails()
                .stream()
                .filter(image -> bestTag(image).isPresent())
                .max(Comparator.comparing(FactsReader::pushedAt))
                .flatMap(FactsReader::bestTag);
    }

    private static Instant pushedAt(ImageDetail image) {
        Instant pushed = image.imagePushedAt();
        return pushed == null ? Instant.EPOCH : pushed;
    }

    /** A version says more in an example than {@code latest} does. */
    private static Optional<String> bestTag(ImageDetail image) {
        return image.imageTags().stream()
                .filter(tag -> !SIGNATURE.matcher(tag).matches())
                .min(Comparator.<String, Boolean>comparing("latest"::equals).thenComparing(Comparator.naturalOrder()));
    }

    private static <T> T tolerant(Call call, Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            LOG.info("{} of {} failed, going on without: {}", call.operation(), call.arn(), FailureText.of(e));
            return otherwise;
        }
    }
}
