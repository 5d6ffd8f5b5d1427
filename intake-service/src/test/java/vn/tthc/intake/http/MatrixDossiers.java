package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.platform.access.matrix.Probe;
import vn.tthc.platform.access.matrix.Thing;
import vn.tthc.platform.access.matrix.World;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.store.DocumentStore;

/**
 * What the matrix is run for: at every one-stop some dossiers that were received on days no other test speaks of, and the
 * drafts of two citizens. What a register is to have follows from what was done here.
 */
final class MatrixDossiers {
    static final String NAME = "Lâm Thị Ma Trận";
    static final String PHONE = "0912777002";
    static final String DRAFT = "nháp của ma trận";

    /** The days that registers are asked for. */
    static final String DAYS = "?from=2024-05-06&to=2024-05-10";

    private static final Instant WITHIN = Instant.parse("2024-05-07T02:00:00Z");
    private static final Instant WITHOUT = Instant.parse("2024-05-11T02:00:00Z");

    private record Line(String oneStop, Instant at, String code) {}

    private final IntakeServer server;
    private final World world;
    private final Projection received;
    private final DocumentStore documents;
    private final Streams streams;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private final Map<String, List<String>> drafts = new HashMap<>();
    private int people;

    MatrixDossiers(IntakeServer server, World world, Projection received, DocumentStore documents, Streams streams) {
        this.server = server;
        this.world = world;
        this.received = received;
        this.documents = documents;
        this.streams = streams;
    }

    /** Three dossiers somebody filed online: two received on days that are asked for, the later one first, one after. */
    Thing filed(String level, String procedure, String oneStop, String decides, String citizen) {
        String first = received(procedure, oneStop, oneStop, decides, citizen, WITHIN);
        received(procedure, oneStop, oneStop, decides, citizen, WITHIN.minus(Duration.ofDays(1)));
        received(procedure, oneStop, oneStop, decides, citizen, WITHOUT);
        IntakeServer.Answer saved = server.to("/api/v1/drafts")
                .as(IntakeServer.TOKENS.token(citizen, null, Role.CITIZEN))
                .post("{\"form\": \"{\\\"note\\\": \\\"" + DRAFT + "\\\"}\"}");
        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        drafts.computeIfAbsent(citizen, any -> new ArrayList<>()).add(saved.text("/id"));
        return new Thing(level, first, oneStop, decides, citizen);
    }

    /** One that stands in the books of an agency that is no more. */
    void inTheOldBooks(String procedure, String agency, String heir) {
        received(procedure, agency, heir, heir, "matrix-chi", WITHIN);
    }

    private String received(
            String procedure, String books, String oneStop, String decides, String citizen, Instant at) {
        IntakeServer.Answer filed = server.to("/api/v1/dossiers")
                .as(IntakeServer.TOKENS.token(citizen, null, Role.CITIZEN))
                .post(IntakeServer.submission("ONLINE", "{\"way\": \"COUNTER\"}")
                        .replace("1.012796", procedure)
                        .replace("Nguyễn Thị Bình An", NAME)
                        .replace("0912345678", PHONE)
                        // Of a person of their own: who has dossiers elsewhere is erased by a leader above all of them.
                        .replace("068199000123", "0681990077" + (10 + people++))
                        .replace(
                                "\"receivingAgency\": \"" + IntakeServer.WARD,
                                "\"receivingAgency\": \"" + world.id(oneStop))
                        .replace(
                                "\"competentAgency\": \"" + IntakeServer.WARD,
                                "\"competentAgency\": \"" + world.id(decides)));
        assertThat(filed.status()).as(filed.body()).isEqualTo(201);
        IntakeServer.Answer taken = server.to(IntakeServer.path(filed) + "/receptions")
                .as(IntakeServer.TOKENS.token("matrix-desk", world.id(oneStop), Role.RECEPTION_OFFICER))
                .seeing(filed)
                .post("{}");
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        lines.add(new Line(books, at, taken.text("/code")));
        secrets.add(filed.text("/secret"));
        String id = filed.text("/dossierId");
        Envelope envelope = streams.history(StreamId.dossier(id)).getLast().envelope();
        documents.write(writer -> {
            DossierEvent.Received told =
                    new DossierEvent.Received(at, taken.text("/code"), world.ref(books), null, null, "lam-dong@2026");
            received.apply(new ReceivedEvent(envelope, told, 0), writer);
            return true;
        });
        return id;
    }

    String[] secrets() {
        return secrets.toArray(String[]::new);
    }

    /** The drafts of a citizen, what was saved last first. */
    List<String> drafts(String citizen) {
        List<String> own = new ArrayList<>(drafts.getOrDefault(citizen, List.of()));
        Collections.reverse(own);
        return own;
    }

    /** The codes in the register of a one-stop, in the order in which they were received. */
    List<String> codes(String oneStop) {
        return lines.stream()
                .filter(line -> line.oneStop().equals(oneStop) && line.at().isBefore(WITHOUT))
                .sorted(Comparator.comparing(Line::at))
                .map(Line::code)
                .toList();
    }

    /** How many, as the register says it, and which. */
    List<?> register(String oneStop) {
        List<String> codes = codes(oneStop);
        return List.of(Integer.toString(codes.size()), codes);
    }

    static List<?> register(Probe.Answer answer) {
        JsonNode register = read(answer);
        String count = register.path("fields")
                .valueStream()
                .filter(field -> field.path("name").asString("").equals("count"))
                .map(field -> field.path("value").asString(""))
                .findFirst()
                .orElse("none");
        return List.of(
                count,
                register.at("/table/rows")
                        .valueStream()
                        .map(row -> row.get(1).asString())
                        .toList());
    }

    /** The codes on a page, of all that there are here, in the order in which they stand there. */
    List<String> printed(Probe.Answer answer) {
        return lines.stream()
                .map(Line::code)
                .filter(answer.body()::contains)
                .sorted(Comparator.comparing(answer.body()::indexOf))
                .toList();
    }

    static List<String> delegations(Probe.Answer answer) {
        return read(answer)
                .path("delegations")
                .valueStream()
                .map(each -> each.path("id").asString(""))
                .toList();
    }

    static List<String> drafts(Probe.Answer answer) {
        return read(answer)
                .path("drafts")
                .valueStream()
                .map(each -> each.path("id").asString(""))
                .toList();
    }

    private static JsonNode read(Probe.Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** What a page says, without where its lines end. */
    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replaceAll("-\\s+", "-")
                    .replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
