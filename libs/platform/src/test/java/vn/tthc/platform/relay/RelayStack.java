package vn.tthc.platform.relay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.sqlite.SqliteEventLog;
import vn.tthc.platform.sqlite.SqliteDatabase;

/** A service's way out: a log in a file and everything that publishes it. */
public final class RelayStack implements AutoCloseable {
    public final EventJson json = new EventJson();
    public final SqliteDatabase database;
    public final EventLog log;
    public final Admin admin;
    public final KafkaSender sender;
    public final EventRecords records = new EventRecords(json);
    public final ControlPublisher control;
    public final Readiness readiness = new Readiness();
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final TopicsSetup topics;
    public final OwnTopics ownTopics;
    public final Relay relay;
    public final Watermarks watermarks;
    public final Republisher republisher;
    private final ControlListener listener;

    public RelayStack(String service, String kafka, Path file, List<ControlHandler> handlers) {
        database = SqliteDatabase.open(file, 1_000);
        log = new SqliteEventLog(database, InstantSource.system(), json);
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka));
        sender = new KafkaSender(kafka, service);
        control = new ControlPublisher(sender, json);
        topics = new TopicsSetup(admin, 1, readiness, complaint -> {});
        Checkpoints checkpoints = new SqliteCheckpoints(database);
        relay = new Relay(
                service,
                log,
                sender,
                records,
                new BrokerRestarts(log, checkpoints, true),
                readiness,
                Duties.ofOneProcess(),
                meters);
        ownTopics = new OwnTopics(log, admin);
        watermarks = new Watermarks(service, log, ownTopics, control, checkpoints, readiness, Duties.ofOneProcess());
        republisher = new Republisher(service, log, sender, records, InstantSource.system(), Duties.ofOneProcess());
        List<ControlHandler> all = new java.util.ArrayList<>(handlers);
        all.add(republisher);
        listener = new ControlListener(kafka, json, all, readiness, InstantSource.system());
    }

    /** Everything but the relay itself. */
    public RelayStack startAllButRelay() {
        topics.start();
        watermarks.start();
        republisher.start();
        listener.start();
        return this;
    }

    public RelayStack start() {
        startAllButRelay();
        relay.start();
        return this;
    }

    @Override
    public void close() {
        relay.stop();
        listener.stop();
        republisher.stop();
        watermarks.stop();
        topics.stop();
        sender.close();
        admin.close();
        database.close();
    }
}
