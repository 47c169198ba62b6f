package dev.ecrbot.ecr;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a private repository's pages in the AWS console, as people copy it from their browser. */
public final class ConsoleUrl {
    // Bounded quantifiers: what is matched here was typed by anybody.
    private static final Pattern URL = Pattern.compile(
            "https://([a-z0-9.-]{1,80}\\.)?console\\.(aws\\.amazon\\.com|amazonaws\\.cn|amazonaws-us-gov\\.com)"
                    + "/ecr/(?:private-registry/)?repositories/private/([0-9]{12})/([^?#]{1,300}+)"
                    + "(?:\\?([^#]{0,300}+))?(?:#.{0,300}+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REGION = Pattern.compile("(?:^|&)region=([a-z0-9-]{1,40})(?:&|$)");

    private ConsoleUrl() {}

    /** Returns the repository whose page it is; empty if it is no such address, or names two Regions. */
    public static Optional<Repository> parse(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            return Optional.empty();
        }
        var regions = new LinkedHashSet<String>();
        ofHost(url.group(1)).ifPresent(regions::add);
        Matcher query = REGION.matcher(Optional.ofNullable(url.group(5)).orElse(""));
        if (query.find()) {
            regions.add(query.group(1));
        }
        Optional<Region> region = Optional.of(regions)
                .filter(named -> named.size() == 1)
                .flatMap(named -> Region.parse(named.iterator().next()))
                .filter(named -> named.partition() == partition(url.group(2)));
        return region.flatMap(in -> AccountId.parse(url.group(3))
                .flatMap(account ->
                        RepositoryName.parse(name(url.group(4))).map(name -> new Repository(account, in, name))));
    }

    /** With several sessions in one browser, the console puts one more label before the Region. */
    private static Optional<String> ofHost(@Nullable String labels) {
        return Optional.ofNullable(labels)
                .map(all -> all.substring(0, all.length() - 1))
                .map(all -> all.substring(all.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static Partition partition(String domain) {
        return switch (domain.toLowerCase(Locale.ROOT)) {
            case "amazonaws.cn" -> Partition.AWS_CN;
            case "amazonaws-us-gov.com" -> Partition.AWS_US_GOV;
            default -> Partition.AWS;
        };
    }

    /** Pages about a repository's images and settings have more behind its name. */
    private static String name(String path) {
        String plain = path.replace("%2F", "/").replace("%2f", "/");
        int page = plain.indexOf("/_/");
        String name = page < 0 ? plain : plain.substring(0, page);
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }
}
