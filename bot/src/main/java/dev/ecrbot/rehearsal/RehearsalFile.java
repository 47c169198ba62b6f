package dev.ecrbot.rehearsal;

import dev.ecrbot.config.Reading;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Mistakes;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.file.Texts;
import dev.ecrbot.config.file.YamlFile;
import dev.ecrbot.config.rule.ConditionsReader;
import dev.ecrbot.ecr.AccessConditions;
import dev.ecrbot.problem.Code;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file of asks that nobody made, and of what is expected of them.
 *
 * @param groups which users are in which user groups, as far as the tests need it
 */
public record RehearsalFile(Map<String, Set<String>> groups, List<Rehearsed> tests) {

    public RehearsalFile {
        groups = Map.copyOf(groups);
        tests = List.copyOf(tests);
    }

    /** Reads a file; reports every mistake in it at once. */
    public static Reading<RehearsalFile> read(Path file) {
        var mistakes = new Mistakes();
        Optional<RehearsalFile> read = YamlFile.read(String.valueOf(file.getFileName()), Texts.beside(file), mistakes)
                .flatMap(root -> new Item("", root, mistakes).section())
                .map(RehearsalFile::file);
        var found = mistakes.sorted();
        return found.isEmpty() ? new Reading.Valid<>(read.orElseThrow()) : new Reading.Invalid<>(found);
    }

    private static RehearsalFile file(Section root) {
        try (root) {
            var groups = new HashMap<String, Set<String>>();
            root.optional("groups")
                    .flatMap(Item::section)
                    .map(Section::named)
                    .orElse(Map.of())
                    .forEach((group, users) -> {
                        if (!People.isGroup(group)) {
                            users.wrong(RehearsalWords.noGroup(), group);
                        }
                        groups.put(group, users(users));
                    });
            var tests = new ArrayList<Rehearsed>();
            root.required("tests")
                    .map(Item::list)
                    .orElse(List.of())
                    .forEach(item ->
                            item.section().flatMap(test -> test(item, test)).ifPresent(tests::add));
            return new RehearsalFile(groups, tests);
        }
    }

    private static Optional<Rehearsed> test(Item item, Section test) {
        try (test) {
            Optional<String> ask = test.required("ask").flatMap(Item::text);
            Optional<String> by = test.required("by").flatMap(RehearsalFile::asker);
            Optional<Boolean> allowed = test.required("expect").flatMap(RehearsalFile::expected);
            Optional<String> code = test.optional("code").flatMap(RehearsalFile::code);
            Optional<String> rule = test.optional("rule").flatMap(Item::text);
            Set<String> approvers =
                    test.optional("approvers").map(RehearsalFile::users).orElse(Set.of());
            Set<String> others =
                    test.optional("no_approvers").map(RehearsalFile::users).orElse(Set.of());
            Optional<AccessConditions> conditions = test.optional("conditions").map(ConditionsReader::read);
            Optional<Boolean> byRule = test.optional("approved_by_rule").flatMap(Item::flag);
            var tags = new HashMap<String, String>();
            test.optional("tags")
                    .flatMap(Item::section)
                    .map(Section::named)
                    .orElse(Map.of())
                    .forEach((tag, value) -> value.text().ifPresent(text -> tags.put(tag, text)));
            if (code.isPresent() && allowed.orElse(false)) {
                item.wrong(RehearsalWords.codeOfAllowed());
            }
            return ask.flatMap(asked -> by.flatMap(person -> allowed.map(fine -> new Rehearsed(
                    item.line(), asked, person, fine, code, rule, approvers, others, conditions, byRule, tags))));
        }
    }

    private static Set<String> users(Item list) {
        var users = new LinkedHashSet<String>();
        list.list().forEach(item -> user(item).ifPresent(users::add));
        return users;
    }

    private static Optional<String> user(Item item) {
        return item.text()
                .flatMap(id -> PersonId.isUser(id) ? Optional.of(id) : item.wrong(RehearsalWords.noUser(), id));
    }

    private static Optional<String> asker(Item item) {
        return item.text()
                .flatMap(id -> id.startsWith(People.MACHINE)
                                && PersonId.isMachine(id.substring(People.MACHINE.length()))
                        ? Optional.of(id)
                        : PersonId.isUser(id) ? Optional.of(id) : item.wrong(RehearsalWords.noUserOrMachine(), id));
    }

    private static Optional<Boolean> expected(Item item) {
        return item.text().flatMap(word -> switch (word) {
            case "allowed" -> Optional.of(true);
            case "refused" -> Optional.of(false);
            default -> item.wrong(RehearsalWords.noOutcome(), word);
        });
    }

    private static Optional<String> code(Item item) {
        return item.text()
                .flatMap(label -> Arrays.stream(Code.values())
                                .anyMatch(code -> code.label().equals(label))
                        ? Optional.of(label)
                        : item.wrong(RehearsalWords.noCode(), label));
    }
}
