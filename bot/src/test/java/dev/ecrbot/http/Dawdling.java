package dev.ecrbot.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that connect to a port of this machine, and send as much of a request as they are told to and no more. */
public final class Dawdling implements AutoCloseable {
    private static final List<String> BEGINNINGS = List.of(
            "",
            "%s",
            "%s HTTP/1.1\r\nHost: x\r\nX-Sl",
            "%s HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\ncommand=",
            "%s HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\ncommand=");

    private final List<Socket> sockets = new ArrayList<>();

    /**
     * Connects, and sends beginnings of requests of several lengths.
     *
     * @param what the method and the path: {@code GET /metrics}
     */
    public static Dawdling on(int port, int clients, String what) throws IOException {
        var crowd = new Dawdling();
        for (int i = 0; i < clients; i++) {
            crowd.add(port, BEGINNINGS.get(i % BEGINNINGS.size()).formatted(what));
        }
        return crowd;
    }

    /** As the other, from so many addresses of this machine: one alone may not have many connections. */
    public static Dawdling from(int addresses, int port, int clients, String what) throws IOException {
        var crowd = new Dawdling();
        for (int i = 0; i < clients; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port, address(i % addresses), 0);
            crowd.add(socket, BEGINNINGS.get(i % BEGINNINGS.size()).formatted(what));
        }
        return crowd;
    }

    /** Returns an address of this machine that none of the bot's other clients has. */
    public static InetAddress address(int number) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (1 + number)});
    }

    Socket add(int port, String beginning) throws IOException {
        return add(new Socket(InetAddress.getLoopbackAddress(), port), beginning);
    }

    private Socket add(Socket socket, String beginning) throws IOException {
        sockets.add(socket);
        socket.setSoTimeout(20_000);
        send(socket, beginning);
        return socket;
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Returns how many are still connected and have got no answer. */
    public long waiting() throws IOException {
        long waiting = 0;
        for (Socket socket : sockets) {
            if (isOpen(socket)) {
                waiting++;
            }
        }
        return waiting;
    }

    private static boolean isOpen(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns all that comes until the other side closes. */
    static String rest(Socket socket) {
        var text = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                text.append((char) next);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still connected after " + text, e);
        } catch (IOException e) {
            text.append(" (reset)");
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
