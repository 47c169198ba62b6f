package dev.ecrbot.slack.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where answers may be sent to. The address comes with a delivery; whoever could forge one would else have the bot post to
 * whatever it can reach.
 *
 * @param api where Slack's Web API is: its host counts as Slack's
 */
record ResponseHosts(URI api) {

    /** Returns whether this is an address of Slack's. What can be read in two ways isn't. */
    boolean allow(String responseUrl) {
        URI url;
        try {
            url = new URI(responseUrl);
        } catch (URISyntaxException e) {
            return false;
        }
        Optional<String> host = Optional.ofNullable(url.getHost()).map(name -> name.toLowerCase(Locale.ROOT));
        if (host.isEmpty() || url.getRawUserInfo() != null) {
            return false;
        }
        if (host.get().equalsIgnoreCase(api.getHost())) {
            return api.getScheme().equalsIgnoreCase(url.getScheme());
        }
        boolean slacks = host.get().endsWith(".slack.com") || host.get().endsWith(".slack-gov.com");
        return slacks && "https".equalsIgnoreCase(url.getScheme()) && (url.getPort() == -1 || url.getPort() == 443);
    }
}
