package dev.ecrbot.config;

import dev.ecrbot.http.Address;
import dev.ecrbot.rules.PersonId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The door for machines, and which there are.
 *
 * @param address where it is served
 * @param audience what each proof has to be meant for: the address under which machines know this bot, and no other bot
 * @param identities by their names, in the file's order; never none
 */
public record MachineSettings(Address address, String audience, Map<String, MachineIdentity> identities) {
    /** Where the door is unless the file says otherwise: on this machine alone, for a proxy that speaks TLS. */
    public static final Address DEFAULT = new Address(Optional.of("127.0.0.1"), 8090);

    public MachineSettings {
        identities = Collections.unmodifiableMap(new LinkedHashMap<>(identities));
    }

    /** Returns the machine that this is, if it is one that is configured. */
    public Optional<MachineIdentity> find(PersonId machine) {
        return Optional.of(machine)
                .filter(PersonId::isMachine)
                .flatMap(one -> Optional.ofNullable(identities.get(one.user())));
    }
}
