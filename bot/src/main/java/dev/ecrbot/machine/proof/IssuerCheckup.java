package dev.ecrbot.machine.proof;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.config.MachineSettings;
import dev.ecrbot.doctor.Examined;
import java.net.URI;
import java.util.List;

/** Looks whether the keys can be had by which machines' tokens are judged. */
public final class IssuerCheckup {
    private static final String CHECK = "machines.issuer";

    private IssuerCheckup() {}

    /** Looks at each issuer once. */
    public static List<Examined> look(MachineSettings settings) {
        var fetch = new Fetch();
        return settings.identities().values().stream()
                .flatMap(machine -> machine.oidc().stream())
                .map(MachineIdentity.Oidc::issuer)
                .distinct()
                .map(issuer -> look(issuer, fetch))
                .toList();
    }

    private static Examined look(URI issuer, Fetch fetch) {
        try {
            JWKSet keys = IssuerKeys.once(issuer, fetch);
            return keys.getKeys().isEmpty()
                    ? wrong(issuer, IssuerWords.noKeys())
                    : Examined.fine(
                            CHECK,
                            issuer.toString(),
                            IssuerWords.keysThere(keys.getKeys().size()));
        } catch (KeySourceException e) {
            return wrong(issuer, String.valueOf(e.getMessage()));
        }
    }

    private static Examined wrong(URI issuer, String why) {
        return Examined.wrong(
                CHECK,
                issuer.toString(),
                IssuerWords.noneCanAsk(Unproven.shown(why)),
                IssuerWords.lookAtIssuer(issuer));
    }
}
