package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.config.mistake.ValueMistakes;
import dev.ecrbot.config.place.ReadRegistries;
import dev.ecrbot.rules.RepositoryPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code include}: other files with rules, and for which repositories these may be. */
public final class IncludeReader {
    private static final int MOST = 500;

    private final PatternReader patterns;
    private final Set<String> files = new HashSet<>();

    public IncludeReader(ReadRegistries registries) {
        this.patterns = new PatternReader(registries);
    }

    /** Returns the files by their names: their order in the list says nothing. */
    public List<Included> read(Optional<Item> list) {
        var included = new ArrayList<Included>();
        list.map(Item::list).orElse(List.of()).stream()
                .limit(MOST)
                .forEach(item -> item.section().flatMap(this::one).ifPresent(included::add));
        list.filter(some -> some.list().size() > MOST).ifPresent(some -> some.wrong(RuleMistakes.tooManyFiles()));
        included.sort(Comparator.comparing(Included::file));
        return included;
    }

    private Optional<Included> one(Section section) {
        try (section) {
            Optional<String> file = section.required("file").flatMap(this::file);
            List<RepositoryPattern> repositories =
                    section.required("repositories").map(patterns::read).orElse(List.of());
            return file.filter(name -> !repositories.isEmpty()).map(name -> new Included(name, repositories));
        }
    }

    private Optional<String> file(Item item) {
        return item.text().flatMap(name -> {
            if (name.indexOf('\0') >= 0 || name.indexOf('\n') >= 0) {
                return item.wrong(RuleMistakes.noPath());
            }
            return files.add(name) ? Optional.of(name) : item.wrong(ValueMistakes.twice(), name);
        });
    }
}
