package dev.ecrbot.policy.catalogue;

import dev.ecrbot.policy.Globs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every action of ECR, as AWS documented them on one day; read from the resource {@code ecr-actions.txt}; immutable.
 *
 * <p>An action that isn't here may be newer than the catalogue: that is worth a remark, and no reason to refuse it.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html">Actions
 *     of ECR</a>
 */
public final class ActionCatalogue {
    /** The one action that belongs into identity policies only: a login isn't to a repository. */
    public static final String TOKEN = "ecr:GetAuthorizationToken";

    private static final String PREFIX = "ecr:";
    private static final ActionCatalogue ECR = read("ecr-actions.txt");

    private final LocalDate date;
    private final String source;
    private final List<EcrAction> actions;
    private final Map<String, EcrAction> byName;

    private ActionCatalogue(LocalDate date, String source, List<EcrAction> actions) {
        this.date = date;
        this.source = source;
        this.actions = List.copyOf(actions);
        this.byName = actions.stream()
                .collect(Collectors.toUnmodifiableMap(action -> fold(action.name()), Function.identity()));
    }

    /** Returns the catalogue that comes with the bot. */
    public static ActionCatalogue ecr() {
        return ECR;
    }

    /** Returns the day on which this was what AWS documented. */
    public LocalDate date() {
        return date;
    }

    /** Returns where it was taken from. */
    public String source() {
        return source;
    }

    /** Returns all actions in the order of their names. */
    public List<EcrAction> actions() {
        return actions;
    }

    /** Returns the action of this name with its prefix, if there is one; case is the same. */
    public Optional<EcrAction> find(String name) {
        return Optional.ofNullable(byName.get(fold(name)));
    }

    /** Returns the actions that are meant by a text in a policy, where {@code *} and {@code ?} stand for others. */
    public SortedSet<EcrAction> expand(String pattern) {
        if (!Globs.wild(pattern)) {
            return find(pattern).stream().collect(Collectors.toCollection(TreeSet::new));
        }
        return actions.stream()
                .filter(action -> Globs.matches(pattern, action.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ActionCatalogue read(String resource) {
        try (InputStream stream = ActionCatalogue.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            LocalDate date = LocalDate.parse(header(reader, "date"));
            String source = header(reader, "source");
            var actions = new ArrayList<EcrAction>();
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> actions.add(action(line.split("\\|", -1))));
            actions.sort(null);
            return new ActionCatalogue(date, source, actions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(BufferedReader reader, String name) throws IOException {
        String line = reader.readLine();
        if (line == null || !line.startsWith(name + ": ")) {
            throw new IllegalStateException("the catalogue says no " + name);
        }
        return line.substring(name.length() + 2);
    }

    private static EcrAction action(String[] columns) {
        return new EcrAction(
                PREFIX + columns[0],
                AccessLevel.byWord(columns[1]),
                columns[2].equals("repository"),
                columns.length > 3 && columns[3].equals("permission-only"));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
