package dev.ecrbot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Answers its one caller with these bytes, and then with nothing more, for as long as the caller stays. */
public final class TrickleServer implements AutoCloseable {
    private final ServerSocket socket;
    private final CompletableFuture<Boolean> left = new CompletableFuture<>();

    public TrickleServer(String answer) throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> serve(answer), "trickle");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(String answer) {
        try (Socket caller = socket.accept()) {
            InputStream in = caller.getInputStream();
            if (in.read() < 0) {
                return;
            }
            caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
            // Until the caller has gone.
            in.transferTo(OutputStream.nullOutputStream());
            left.complete(true);
        } catch (SocketException e) {
            left.complete(!socket.isClosed());
        } catch (IOException e) {
            left.completeExceptionally(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    /** Returns whether the caller has closed the connection; waits until it has. */
    public boolean wasLeft() throws Exception {
        return left.get(LongestWait.SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
