package vn.tthc.e2e.plug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.tthc.local.http.Call;

/** Chapters that are told alike of one process of every service and of two. */
final class Chapters {
    private static final int MOST_DELIVERIES = 5;

    private final Machine machine;
    private final Desk desk;
    private final Ledger ledger;
    private final Plug plug;
    private final long seed;
    private final Consumer<String> say;

    Chapters(Machine machine, Desk desk, Ledger ledger, Plug plug, long seed, Consumer<String> say) {
        this.machine = machine;
        this.desk = desk;
        this.ledger = ledger;
        this.plug = plug;
        this.seed = seed;
        this.say = say;
    }

    /** Somebody misses an event, asks its owner for it, and goes on. */
    void gap() throws Exception {
        Errand errand = errand("gap");
        Gap gap = new Gap(machine, errand);
        gap.make();
        plug.up();

        errand.awaitShown(2);
        assertThat(figure("tthc_consumer_gaps_total")).isPositive();
        gap.fill();
        say.accept("the gap is healed");
    }

    /** Everything on the topics comes once more, some of it four times. */
    void deliverAgain() throws Exception {
        errand("again").file().receive().handOver().recordStep();
        Topics topics = new Topics(machine.ports());
        Random random = new Random(seed);
        List<ProducerRecord<byte[], byte[]>> again = new ArrayList<>();
        topics.records(record -> true).forEach(record -> {
            for (int times = random.nextInt(MOST_DELIVERIES); times > 0; times--) {
                again.add(Topics.copy(record));
            }
        });
        topics.send(again);
        say.accept(again.size() + " records were delivered once more");
    }

    /**
     * Somebody poisons dossiers; only those stand still, and only until a person has settled it.
     *
     * @param errands received, and shown so
     */
    void poison(List<Errand> errands) throws Exception {
        Poison poison = new Poison(machine, errands);
        poison.pour();

        errands.forEach(Errand::handOver);
        errand("bystander").file().receive().handOver().awaitShown(2);
        for (Errand errand : errands) {
            assertThat(errand.shown().map(answer -> answer.json().path("parked").asBoolean()))
                    .as("the view says that it may be behind")
                    .contains(true);
        }
        poison.assertOnlyThese();
        poison.look();
        poison.settle();
        say.accept("the poison is settled");
    }

    /**
     * The post dies in the middle of a batch of scans.
     *
     * @param items so many are scanned
     * @param scansOfEach so often each of them is in a batch
     * @param posts the processes that die, all at once
     */
    void cutInTheMiddle(int items, int scansOfEach, List<String> posts) throws Exception {
        HandHeld device = new HandHeld(machine, desk, "batch-" + seed, items, scansOfEach, posts);
        device.takeItems();
        int before = device.dieInTheMiddle();
        say.accept("the post died in the middle of a batch, " + before + " scans were recorded");
        device.reckon();
    }

    void balance() throws Exception {
        try (Audit audit = new Audit(machine, ledger)) {
            assertThat(audit.books()).isEmpty();
        }
        say.accept("balanced");
    }

    Errand errand(String name) {
        return new Errand(name + "-" + seed, desk, ledger);
    }

    /** A figure of query-service, summed over its tags and its processes. */
    private double figure(String name) {
        double sum = 0;
        try (Courier exactly = new Courier(UnaryOperator.identity())) {
            for (Call call :
                    machine.everywhere(desk.query("/actuator/prometheus").with("Accept", "text/plain"))) {
                sum += exactly.good(call)
                        .text()
                        .lines()
                        .filter(line -> line.startsWith(name))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum();
            }
        }
        return sum;
    }
}
