package vn.tthc.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server that closes each connection after one answer and does not announce it. */
final class Hasty implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    Hasty() throws IOException {}

    int port() {
        return socket.getLocalPort();
    }

    /** Serves one request without a body; returns when its connection is closed: whether a request came. */
    boolean serve(String answer) throws IOException {
        try (Socket connection = socket.accept()) {
            BufferedReader request = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
            String line = request.readLine();
            boolean came = line != null;
            while (line != null && !line.isEmpty()) {
                line = request.readLine();
            }
            connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
            return came;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
