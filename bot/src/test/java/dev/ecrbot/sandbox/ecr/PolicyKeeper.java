package dev.ecrbot.sandbox.ecr;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Takes policies or refuses them, shows them as AWS does, and remembers all that it has shown. It uses the lock of the model. */
final class PolicyKeeper {
    private final Object lock;
    private final Clock clock;
    private final Random shuffle;
    private final Iam iam;
    private final Function<Place, RegistryState> registries;
    private final List<Consumer<PolicyChange>> listeners = new CopyOnWriteArrayList<>();
    private boolean orphansTaken;
    private boolean storedTextCounts;

    PolicyKeeper(Object lock, Clock clock, Random shuffle, Iam iam, Function<Place, RegistryState> registries) {
        this.lock = lock;
        this.clock = clock;
        this.shuffle = shuffle;
        this.iam = iam;
        this.registries = registries;
    }

    void takeOrphans(boolean taken) {
        synchronized (lock) {
            orphansTaken = taken;
        }
    }

    void countStoredText(boolean counted) {
        synchronized (lock) {
            storedTextCounts = counted;
        }
    }

    Runnable onChange(Consumer<PolicyChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    Optional<String> shown(PolicySlot slot) {
        synchronized (lock) {
            return slot.stored.map(policy -> policy.shown(iam));
        }
    }

    /** A repository's policy that would keep the caller from changing it again is refused, unless it is forced. */
    String replace(PolicySlot slot, String text, Caller by, boolean force) {
        PolicyChange change;
        synchronized (lock) {
            StoredPolicy policy = intake(text, Place.of(slot.holder), slot.ofRegistry());
            String shown = policy.shown(iam);
            if (!force && !slot.ofRegistry() && LockOut.of(shown, by)) {
                throw LockOut.refusal();
            }
            slot.stored = Optional.of(policy);
            change = remember(slot, by, Optional.of(shown));
        }
        listeners.forEach(listener -> listener.accept(change));
        return change.text().orElseThrow();
    }

    /** Returns the deleted text; empty if there was none. */
    Optional<String> remove(PolicySlot slot, Caller by) {
        PolicyChange change;
        Optional<String> shown;
        synchronized (lock) {
            shown = shown(slot);
            if (shown.isEmpty()) {
                return shown;
            }
            slot.stored = Optional.empty();
            change = remember(slot, by, Optional.empty());
        }
        listeners.forEach(listener -> listener.accept(change));
        return shown;
    }

    PolicyChange remember(PolicySlot slot, Caller by, Optional<String> text) {
        var change = new PolicyChange(slot.holder, clock.instant(), by, text);
        slot.history.add(change);
        slot.texts.add(new PolicyText(change.at(), text));
        return change;
    }

    /** Notes down what the policies are shown as by now, though nobody has written them. */
    void readAnew(Stream<PolicySlot> slots) {
        slots.filter(slot -> slot.stored.isPresent()).forEach(slot -> {
            var text = new PolicyText(clock.instant(), shown(slot));
            if (!slot.texts.get(slot.texts.size() - 1).text().equals(text.text())) {
                slot.texts.add(text);
            }
        });
    }

    private StoredPolicy intake(String text, Place place, boolean forRegistry) {
        synchronized (lock) {
            checkLength(text);
            var kind = forRegistry ? "registry" : "repository";
            var principals = new PrincipalCheck(iam, place.region().partition(), orphansTaken, kind);
            boolean allActions = registries.apply(place).policyScope.equals("V2");
            var intake = new PolicyIntake(principals, shuffle, forRegistry, allActions);
            var policy = new StoredPolicy(intake.stored(text));
            if (storedTextCounts) {
                checkLength(policy.shown(iam));
            }
            return policy;
        }
    }

    private static void checkLength(String text) {
        if (text.length() > EcrModel.LIMIT) {
            throw AwsError.invalid("policyText", "Member must have length less than or equal to " + EcrModel.LIMIT);
        }
    }
}
