package dev.ecrbot.denial;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegistryHost;
import dev.ecrbot.ecr.RepositoryName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which repository a text is about, from ARNs, the hosts of registries and the words of ECR and its clients. */
final class PlaceReader {
    private static final String DOMAIN = ".dkr";
    private static final String NAME = "([a-z0-9._/-]{2,256}+)";
    private static final Pattern ARN =
            Pattern.compile("arn:[a-z*-]{1,20}+:ecr:([a-z0-9*-]{0,40}+):([^:\\s]{0,40}+):repository/" + NAME);
    private static final Pattern AFTER_ACCOUNT =
            Pattern.compile("([a-z0-9.*-]{8,90}+)(?::443)?(/[a-z0-9._/-]{1,400}+)?");
    private static final Pattern NOT_THERE = Pattern.compile("repository with name ['\"]?" + NAME
            + "['\"]? (?:does not exist |already exists )?in the registry with id ['\"]?([^'\"\\s]{1,40}+)");
    private static final Pattern OF_TERRAFORM =
            Pattern.compile("ecr (?:repository|lifecycle|image)[a-z ]{0,40}\\(" + NAME + "\\)");
    private static final Pattern QUOTED = Pattern.compile("in the ['\"]" + NAME + "['\"] repository");
    // As docker says it of a repository, and not as buildkit and ECS do of a host.
    private static final Pattern PULLING = Pattern.compile(": pulling from " + NAME + "(?: |$)");
    private static final Pattern CROSSED_OUT = Pattern.compile("x{3,}+(?:[._/-]x{3,}+)*+");
    private static final Pattern MASKED_HOST = Pattern.compile("\\*{3,20}+/" + NAME);
    private static final List<Pattern> REGIONS = List.of(
            Pattern.compile("ecr(?:-fips)?\\.([a-z0-9-]{6,30})\\."),
            Pattern.compile("com\\.amazonaws\\.([a-z0-9-]{6,30})\\.ecr"),
            Pattern.compile("prod-([a-z0-9-]{6,30})-starport"),
            Pattern.compile("arn:[a-z-]{3,20}+:[a-z0-9-]{2,40}+:([a-z0-9-]{6,30}+):"));
    // What a client asks a login for; its address is no repository's.
    private static final Pattern SCOPE = Pattern.compile("scope=repository(?::|%3a)([a-z0-9._/%-]{2,300}+)");
    private static final String TOKEN = "/token";
    private static final List<String> PATHS = List.of("/manifests/", "/blobs/", "/tags/", "/referrers/");

    private final PlainText text;

    PlaceReader(PlainText text) {
        this.text = text;
    }

    /** Returns the place; what AWS's own sentence names comes first. */
    ImagePlace read(Optional<String> resource) {
        ImagePlace named = resource.map(arn -> arn.toLowerCase(Locale.ROOT))
                .map(this::ofResource)
                .orElse(ImagePlace.UNKNOWN);
        ImagePlace image = image();
        return completed(named, image)
                .orElse(notThere())
                .orElse(image)
                .orElse(first(ARN).map(this::ofArn).orElse(ImagePlace.UNKNOWN))
                .orElse(named(OF_TERRAFORM))
                .orElse(named(MASKED_HOST))
                .orElse(ofScope())
                .orElse(named(QUOTED))
                .orElse(named(PULLING))
                .orElse(new ImagePlace(Optional.empty(), Optional.empty(), region()));
    }

    /** Where a name was cut off, the image's own name tells the rest. */
    private static ImagePlace completed(ImagePlace named, ImagePlace image) {
        boolean longer = named.repository()
                .flatMap(cut -> image.repository().map(whole -> whole.value().startsWith(cut.value())))
                .orElse(false);
        boolean same =
                named.registry().equals(image.registry()) && named.region().equals(image.region());
        return longer && same ? image : named;
    }

    private ImagePlace ofResource(String arn) {
        Matcher matcher = ARN.matcher(arn);
        if (matcher.lookingAt()) {
            return new ImagePlace(
                    matcher.end() == arn.length() ? repository(matcher.group(3)) : Optional.empty(),
                    AccountId.parse(matcher.group(2)),
                    Region.parse(matcher.group(1)));
        }
        String[] parts = arn.split(":", 6);
        return parts.length == 6 && parts[2].equals("ecr")
                ? new ImagePlace(Optional.empty(), AccountId.parse(parts[4]), Region.parse(parts[3]))
                : ImagePlace.UNKNOWN;
    }

    private ImagePlace ofArn(MatchResult arn) {
        return new ImagePlace(name(arn, 3), AccountId.parse(arn.group(2)), Region.parse(arn.group(1)));
    }

    private ImagePlace notThere() {
        return first(NOT_THERE)
                .map(found -> new ImagePlace(name(found, 1), AccountId.parse(found.group(2)), Optional.empty()))
                .orElse(ImagePlace.UNKNOWN);
    }

    private ImagePlace ofScope() {
        Optional<RepositoryName> asked = first(SCOPE)
                .map(found -> found.group(1).replace("%2f", "/"))
                .map(name -> name.contains("%") ? name.substring(0, name.indexOf('%')) : name)
                .flatMap(RepositoryName::parse);
        return new ImagePlace(asked, Optional.empty(), Optional.empty());
    }

    /** Returns the repository that a path or a name tells, unless somebody crossed it out. */
    private static Optional<RepositoryName> repository(String path) {
        return RepositoryName.parse(trimmed(inPath(path)))
                .filter(name -> !CROSSED_OUT.matcher(name.value()).matches());
    }

    private ImagePlace named(Pattern pattern) {
        return new ImagePlace(first(pattern).flatMap(found -> name(found, 1)), Optional.empty(), Optional.empty());
    }

    /** Returns what the first name of an image says that has a repository in it, or else the first host of a registry. */
    private ImagePlace image() {
        ImagePlace host = ImagePlace.UNKNOWN;
        Matcher after = AFTER_ACCOUNT.matcher(text.lower());
        for (int at = text.lower().indexOf(DOMAIN); at >= 0; at = text.lower().indexOf(DOMAIN, at + 1)) {
            ImagePlace place =
                    after.region(at, text.lower().length()).lookingAt() ? image(at, after) : ImagePlace.UNKNOWN;
            if (place.repository().isPresent()) {
                return place;
            }
            host = host.equals(ImagePlace.UNKNOWN) ? place : host;
        }
        return host;
    }

    private ImagePlace image(int at, Matcher after) {
        String domain = trimmed(after.group(1));
        if (!domain.startsWith(".dkr.ecr") && !domain.startsWith(".dkr-ecr")) {
            return ImagePlace.UNKNOWN;
        }
        Optional<RepositoryName> name = Optional.ofNullable(after.group(2))
                .filter(path -> !path.equals(TOKEN) && !text.cutAt(after.end(2)))
                .flatMap(path -> repository(path.substring(1)));
        int start = Math.max(0, at - RegistryHost.ACCOUNT_LENGTH);
        boolean longer = start > 0 && Character.isDigit(text.lower().charAt(start - 1));
        return new ImagePlace(
                name,
                longer ? Optional.empty() : AccountId.parse(text.lower().substring(start, at)),
                RegistryHost.region(domain));
    }

    /** Returns the repository's name out of the path of a request, or of an image's name. */
    private static String inPath(String path) {
        if (!path.startsWith("v2/")) {
            return path;
        }
        int end = PATHS.stream()
                .mapToInt(path::indexOf)
                .filter(found -> found >= 0)
                .min()
                .orElse(-1);
        return end < 3 ? "" : path.substring(3, end);
    }

    private Optional<Region> region() {
        return REGIONS.stream()
                .map(pattern -> pattern.matcher(text.lower()))
                .flatMap(matcher -> matcher.results().limit(20).map(found -> found.group(1)))
                .flatMap(found -> Region.parse(found).stream())
                .findFirst();
    }

    private Optional<MatchResult> first(Pattern pattern) {
        Matcher matcher = pattern.matcher(text.lower());
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private Optional<RepositoryName> name(MatchResult found, int group) {
        return text.cutAt(found.end(group)) ? Optional.empty() : repository(found.group(group));
    }

    /** Returns the name without what ended the sentence around it. */
    private static String trimmed(String name) {
        int end = name.length();
        while (end > 0 && !Character.isLetterOrDigit(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }
}
