package vn.tthc.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is asked before each use whether the service has closed it. The library's own question waits a
 * millisecond for an answer, which would be measured as the service's; this one looks and does not wait.
 */
final class KeptConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {
    KeptConnection() {
        super(Http1Config.DEFAULT);
    }

    /** A socket that can be asked without waiting. */
    static Socket socket() throws IOException {
        return SocketChannel.open().socket();
    }

    /** Whether nothing can be sent any more, or something came that nobody had asked for. */
    @Override
    public boolean isStale() throws IOException {
        Socket socket = getSocket();
        if (socket == null || !isOpen()) {
            return true;
        }
        SocketChannel channel = socket.getChannel();
        channel.configureBlocking(false);
        try {
            return channel.read(ByteBuffer.allocate(1)) != 0;
        } finally {
            channel.configureBlocking(true);
        }
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    /** None: services are measured without TLS, on the machine they run on. */
    @Override
    public @Nullable SSLSession getSSLSession() {
        return null;
    }

    /** Nothing: every request sets its own bound. */
    @Override
    public void passivate() {}

    /** Nothing: every request sets its own bound. */
    @Override
    public void activate() {}
}
