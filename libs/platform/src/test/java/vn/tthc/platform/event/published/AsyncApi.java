package vn.tthc.platform.event.published;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.event.published.Folder.Revision;
import vn.tthc.platform.relay.TopicFacts;

/** Every topic as an AsyncAPI 3 document: what is on it, under which key and headers, and how long it stays. */
final class AsyncApi {
    static final String FILE = "asyncapi.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(
                    YAMLWriteFeature.WRITE_DOC_START_MARKER,
                    YAMLWriteFeature.SPLIT_LINES,
                    YAMLWriteFeature.MINIMIZE_QUOTES)
            .build();

    private static final String BINDING_VERSION = "0.5.0";
    private static final String SCHEMA_FORMAT = "application/schema+json;version=draft-2020-12";

    private record Words(String text, String key, List<String> senders) {}

    private static final String EVENT_KEY = "the dossier id where there is one, else the stream; so everything of a"
            + " dossier is on one partition number of every topic";

    private static final Map<String, Words> WORDS = Map.of(
            Topics.DOSSIER, new Words("The legal facts of dossiers.", EVENT_KEY, List.of("intake")),
            Topics.CASE, new Words("The work on dossiers.", EVENT_KEY, List.of("processing")),
            Topics.POSTAL, new Words("The paper on its way.", EVENT_KEY, List.of("postal")),
            Topics.REFERENCE, new Words("Procedures, agencies and calendars.", EVENT_KEY, List.of("intake")),
            Topics.OPERATION,
                    new Words("Decisions of operators.", EVENT_KEY, List.of("intake", "processing", "postal", "query")),
            Topics.PERSON_KEYS,
                    new Words(
                            "Wrapped keys of persons; a record without a value makes every service forget the key."
                                    + " Useless, and closed, to anybody without the master key.",
                            "the person's id",
                            List.of("intake", "postal")),
            Topics.CONTROL,
                    new Words(
                            "What services tell each other about the flow itself; the kind is in the header type.",
                            "the service, or the stream that is asked for",
                            List.of("intake", "processing", "postal", "query")));

    private AsyncApi() {}

    static JsonNode read(String yaml) {
        return YAML.readTree(yaml);
    }

    /** The document as it belongs into the folder. */
    static String write(Folder folder) {
        ObjectNode root = Folder.PRETTY.createObjectNode();
        root.put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "TTHC events")
                .put("version", "1")
                .put(
                        "description",
                        "Sự kiện của hệ thống theo dõi thủ tục hành chính / events of the tracking of administrative"
                                + " procedures. Records come in the order of a stream's versions, may come twice, and"
                                + " stay for ever. README.md beside this file tells how to read a topic.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        root.put("defaultContentType", "application/json");
        root.putObject("servers")
                .putObject("local")
                .put("host", "127.0.0.1:9092")
                .put("protocol", "kafka")
                .put("description", "The broker of a local system.");
        ObjectNode channels = root.putObject("channels");
        ObjectNode operations = root.putObject("operations");
        ObjectNode components = root.putObject("components");
        ObjectNode messages = components.putObject("messages");
        components.putObject("schemas").set("eventHeaders", EventHeaders.schema());
        TopicFacts.all().forEach(topic -> channel(channels, operations, topic, folder));
        folder.revisions().forEach(revision -> messages.set(name(revision), message(revision, folder)));
        return YAML.writeValueAsString(root);
    }

    private static String name(Revision revision) {
        return revision.type() + ".v" + revision.revision();
    }

    private static void channel(ObjectNode channels, ObjectNode operations, TopicFacts facts, Folder folder) {
        Words words = Optional.ofNullable(WORDS.get(facts.topic()))
                .orElseThrow(() -> new IllegalStateException("say what the topic " + facts.topic() + " carries"));
        ObjectNode channel = channels.putObject(facts.topic());
        channel.put("address", facts.topic()).put("description", words.text());
        ObjectNode messages = channel.putObject("messages");
        folder.revisions().stream()
                .filter(revision -> revision.topic().equals(facts.topic()))
                .forEach(revision ->
                        messages.putObject(name(revision)).put("$ref", "#/components/messages/" + name(revision)));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", facts.topic()).put("partitions", facts.partitions());
        settings(kafka.putObject("topicConfiguration"), facts.settings());
        kafka.put("bindingVersion", BINDING_VERSION);
        words.senders()
                .forEach(sender -> operations
                        .putObject(sender + "-publishes-" + facts.topic())
                        .put("action", "send")
                        .put("summary", sender + " publishes to " + facts.topic())
                        .putObject("channel")
                        .put("$ref", "#/channels/" + facts.topic()));
    }

    private static void settings(ObjectNode configuration, Map<String, String> settings) {
        settings.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(setting -> {
            if (setting.getKey().equals("cleanup.policy")) {
                configuration.putArray(setting.getKey()).add(setting.getValue());
            } else {
                configuration.put(setting.getKey(), Long.parseLong(setting.getValue()));
            }
        });
    }

    private static ObjectNode message(Revision revision, Folder folder) {
        JsonNode schema = folder.json(revision.path()).orElseThrow();
        ObjectNode message = Folder.PRETTY.createObjectNode();
        message.put("name", revision.type())
                .put("title", revision.type() + ", revision " + revision.revision())
                .put("summary", schema.path("description").asString())
                .put("contentType", "application/json");
        boolean event = revision.type().contains(".");
        if (event) {
            ArrayNode all = message.putObject("headers").put("type", "object").putArray("allOf");
            all.addObject().put("$ref", "#/components/schemas/eventHeaders");
            ObjectNode exact = all.addObject().put("type", "object").putObject("properties");
            exact.putObject("ce_type").put("const", "vn.tthc." + revision.type());
            exact.putObject("ce_revision").put("const", Integer.toString(revision.revision()));
        } else if (revision.topic().equals(Topics.CONTROL)) {
            ObjectNode headers = message.putObject("headers").put("type", "object");
            headers.putObject("properties").putObject("type").put("const", revision.type());
            headers.putArray("required").add("type");
        }
        ObjectNode payload = message.putObject("payload").put("schemaFormat", SCHEMA_FORMAT);
        payload.putObject("schema").put("$ref", "./" + revision.path());
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("description", WORDS.get(revision.topic()).key());
        kafka.put("bindingVersion", BINDING_VERSION);
        message.putArray("examples")
                .addObject()
                .set("payload", folder.json(revision.example()).orElseThrow());
        return message;
    }
}
