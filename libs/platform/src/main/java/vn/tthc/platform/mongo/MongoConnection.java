package vn.tthc.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * One service's database. What is written is acknowledged by a majority and journalled, what is read was acknowledged
 * so, and every wait is bounded; an address that says otherwise is overruled.
 */
public final class MongoConnection implements AutoCloseable {
    private static final int SELECTION_MILLIS = 3_000;
    private static final int CONNECT_MILLIS = 2_000;
    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final String DEFAULT_PREFIX = "tthc_";

    private final MongoClient client;
    private final MongoDatabase database;

    private MongoConnection(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.database = database;
    }

    /**
     * Opens it; connects at the first use.
     *
     * @param uri where MongoDB is; a database named in it is used, else {@code tthc_} and the service
     * @param service whose database it is
     * @param listeners hear of every command
     * @throws IllegalArgumentException when the address cannot be read
     */
    public static MongoConnection open(String uri, String service, List<CommandListener> listeners) {
        return open(uri, service, listeners, ANSWER);
    }

    /** The same with another bound on the wait for an answer. */
    static MongoConnection open(String uri, String service, List<CommandListener> listeners, Duration answer) {
        ConnectionString address = new ConnectionString(uri);
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(address)
                .applicationName("tthc-" + service)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SELECTION_MILLIS, TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                        .readTimeout(answer.toMillis(), TimeUnit.MILLISECONDS));
        listeners.forEach(settings::addCommandListener);
        MongoClient client = MongoClients.create(settings.build());
        String name = address.getDatabase();
        return new MongoConnection(client, client.getDatabase(name != null ? name : DEFAULT_PREFIX + service));
    }

    MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    /** Removes a collection with everything in it. */
    void drop(String name) {
        database.getCollection(name).drop();
    }

    /**
     * Asks for an answer.
     *
     * @throws com.mongodb.MongoException when none comes
     */
    public void ping() {
        database.runCommand(new Document("ping", 1));
    }

    @Override
    public void close() {
        client.close();
    }
}
