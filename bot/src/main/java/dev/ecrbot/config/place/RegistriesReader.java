package dev.ecrbot.config.place;

import dev.ecrbot.config.Registry;
import dev.ecrbot.config.Registry.Attribution;
import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.NameForm;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.mistake.PlaceMistakes;
import dev.ecrbot.config.mistake.ValueMistakes;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code registries}. */
public final class RegistriesReader {
    private static final Pattern ROLE =
            Pattern.compile("arn:(?<partition>[a-z-]+):iam::(?<account>[0-9]{12}):role/[\\w+=,.@/-]{1,576}");

    /** Which registry has an account and Region already: two would give one repository two names, and two sets of rules. */
    private final Map<RegionalRegistry, String> taken = new HashMap<>();

    private RegistriesReader() {}

    public static ReadRegistries read(Optional<Item> registries) {
        return registries
                .flatMap(Item::section)
                .map(section -> new RegistriesReader().names(section, registries.get()))
                .orElse(new ReadRegistries(Set.of(), List.of()));
    }

    private ReadRegistries names(Section section, Item registries) {
        Map<String, Item> named = section.named();
        if (named.isEmpty()) {
            registries.wrong(PlaceMistakes.noRegistries());
        }
        var valid = new ArrayList<Registry>();
        named.forEach((name, item) -> {
            if (!NameForm.fits(name)) {
                section.wrongKey(name, ValueMistakes.noName());
            }
            item.section().flatMap(registry -> registry(name, registry)).ifPresent(valid::add);
        });
        return new ReadRegistries(named.keySet(), valid);
    }

    private Optional<Registry> registry(String name, Section section) {
        try (section) {
            Optional<AccountId> account = section.required("account").flatMap(AccountsReader::id);
            Optional<Item> regionsItem = section.required("regions");
            List<Region> regions =
                    regionsItem.map(item -> regions(item, name, account)).orElse(List.of());
            Optional<Item> roleItem = section.optional("role");
            Optional<String> role = roleItem.flatMap(item -> role(item, account, regions));
            Attribution attribution = section.optional("attribution")
                    .flatMap(item -> attribution(item, roleItem.isPresent()))
                    .orElse(Attribution.REQUEST);
            if (account.isEmpty() || regions.isEmpty() || regionsItem.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Registry(name, account.get(), regions, role, attribution));
        }
    }

    private static Optional<Attribution> attribution(Item item, boolean hasRole) {
        if (!hasRole) {
            return item.wrong(PlaceMistakes.attributionWithoutRole());
        }
        return item.text()
                .flatMap(text -> Stream.of(Attribution.values())
                        .filter(each -> each.word().equals(text))
                        .findFirst()
                        .or(() -> item.wrong(PlaceMistakes.noAttribution(words()), text)));
    }

    private static List<String> words() {
        return Stream.of(Attribution.values()).map(Attribution::word).toList();
    }

    /** Returns the Regions that can be used, all in the partition of the first. */
    private List<Region> regions(Item list, String name, Optional<AccountId> account) {
        var regions = new LinkedHashSet<Region>();
        for (Item item : list.list()) {
            Optional<Region> region = item.text()
                    .flatMap(text -> Region.parse(text).or(() -> item.wrong(PlaceMistakes.noRegion(), text)));
            region.filter(r -> fits(r, regions, item)).ifPresent(r -> {
                regions.add(r);
                account.ifPresent(a -> claim(a, r, name, item));
            });
        }
        return List.copyOf(regions);
    }

    private static boolean fits(Region region, Set<Region> before, Item item) {
        if (before.contains(region)) {
            item.wrong(PlaceMistakes.regionTwice(region));
            return false;
        }
        Optional<Region> first = before.stream().findFirst();
        if (first.isPresent() && first.get().partition() != region.partition()) {
            item.wrong(PlaceMistakes.otherPartition(region, first.get()));
            return false;
        }
        return true;
    }

    private void claim(AccountId account, Region region, String name, Item item) {
        String other = taken.putIfAbsent(new RegionalRegistry(account, region), name);
        if (other != null) {
            item.wrong(PlaceMistakes.taken(account, region, other));
        }
    }

    private static Optional<String> role(Item item, Optional<AccountId> account, List<Region> regions) {
        return item.text().flatMap(text -> {
            Matcher parts = ROLE.matcher(text);
            if (!parts.matches()) {
                return item.wrong(PlaceMistakes.noRole(), text);
            }
            Optional<String> mistaken = account.map(AccountId::value)
                    .filter(id -> !id.equals(parts.group("account")))
                    .map(PlaceMistakes::roleOfOtherAccount);
            Optional<String> elsewhere = regions.stream()
                    .map(Region::partition)
                    .map(Partition::id)
                    .filter(id -> !id.equals(parts.group("partition")))
                    .findFirst()
                    .map(PlaceMistakes::roleOfOtherPartition);
            mistaken.ifPresent(right -> item.wrong(right, text));
            elsewhere.ifPresent(right -> item.wrong(right, text));
            return Optional.of(text);
        });
    }
}
