package dev.ecrbot.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.IO;

/** Takes so many connections at all, and so many from each address, so that one can't have them all. Thread-safe. */
final class Crowds implements SelectorManager.AcceptListener {
    private final ClientLimits limits;
    private final Map<SelectableChannel, String> open = new HashMap<>();
    private final Map<String, Integer> byAddress = new HashMap<>();

    Crowds(ClientLimits limits) {
        this.limits = limits;
    }

    @Override
    public synchronized void onAccepting(SelectableChannel channel) {
        String from = from(channel);
        int others = byAddress.getOrDefault(from, 0);
        if (open.size() >= limits.connections() || others >= limits.perAddress()) {
            // Jetty finds it closed, and goes on with the next one.
            IO.close(channel);
        } else {
            open.put(channel, from);
            byAddress.put(from, others + 1);
        }
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        onClosed(channel);
    }

    @Override
    public synchronized void onClosed(SelectableChannel channel) {
        String from = open.remove(channel);
        if (from != null) {
            byAddress.computeIfPresent(from, (address, count) -> count == 1 ? null : count - 1);
        }
    }

    private static String from(SelectableChannel channel) {
        try {
            SocketAddress remote = ((SocketChannel) channel).getRemoteAddress();
            return remote instanceof InetSocketAddress ip ? ip.getAddress().getHostAddress() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
