package vn.tthc.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The composition holds what its page promises. */
class ComposeFileTest {
    private static final Path FOLDER = Path.of("..", "compose");
    private static final Set<String> OURS =
            Set.of("intake-service", "processing-service", "postal-delivery-service", "query-service");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z_]+):\\?([^}]+)}");
    private static final Pattern SECRET_NAME = Pattern.compile(".*(PASSWORD|SECRET|KEY)$");

    private static String text = "";
    private static Map<String, Map<String, Object>> services = Map.of();

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(FOLDER.resolve("compose.yaml"));
        Map<String, Object> file = new Yaml().load(text);
        services = cast(file.get("services"));
    }

    @SuppressWarnings("unchecked") // the shape is what is tested
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private static Map<String, Object> environment(String service) {
        return cast(services.get(service).getOrDefault("environment", Map.of()));
    }

    @Test
    void ourServicesAreThereAndNoneIsRoot() {
        assertThat(services.keySet()).containsAll(OURS);
        for (String service : OURS) {
            Map<String, Object> ours = services.get(service);
            assertThat(ours.get("user")).as(service).isEqualTo("10001:10001");
            assertThat(ours.get("read_only")).as(service).isEqualTo(true);
            assertThat(ours.get("image")).as(service).asString().startsWith("tthc/" + service + ":");
            assertThat(environment(service)).containsKeys("TTHC_STORE", "TTHC_KAFKA", "TTHC_ISSUER", "TTHC_MASTER_KEY");
        }
        List<String> root = new ArrayList<>();
        services.forEach((name, service) -> {
            if ("0:0".equals(service.get("user"))) {
                root.add(name);
            }
        });
        assertThat(root).containsExactly("data-owner");
    }

    /** Also where an image is started without this composition. */
    @Test
    void noImageIsBuiltToRunAsRoot() throws IOException {
        Matcher users = Pattern.compile("<container>\\s*<user>([^<]*)</user>")
                .matcher(Files.readString(Path.of("..", "..", "pom.xml")));
        List<String> found = new ArrayList<>();
        while (users.find()) {
            found.add(users.group(1));
        }
        assertThat(found).containsExactly("10001:10001");
    }

    @Test
    void whateverRunsSaysWhetherItIsHealthyAndNamesItsVersion() {
        services.forEach((name, service) -> {
            if (!name.equals("data-owner")) {
                assertThat(service).as(name).containsKey("healthcheck");
            }
            assertThat(service.get("image")).as(name).asString().contains(":").doesNotEndWith(":latest");
            List<String> ports = cast(service.getOrDefault("ports", List.of()));
            assertThat(ports).as(name).allMatch(port -> port.startsWith("127.0.0.1:"));
        });
        for (String service : OURS) {
            Map<String, Map<String, String>> after = cast(services.get(service).get("depends_on"));
            assertThat(after.get("kafka-1")).containsEntry("condition", "service_healthy");
        }
    }

    @Test
    void nothingSecretHasADefault() {
        services.forEach((name, service) -> environment(name).forEach((variable, value) -> {
            if (SECRET_NAME.matcher(variable).matches()) {
                assertThat(String.valueOf(value))
                        .as(name + " " + variable)
                        .matches(given -> given.startsWith("/run/secrets/")
                                || REQUIRED.matcher(given).matches());
            }
        }));
        Matcher required = REQUIRED.matcher(text);
        Map<String, String> sentences = new TreeMap<>();
        while (required.find()) {
            sentences.put(required.group(1), required.group(2));
        }
        assertThat(sentences)
                .containsOnlyKeys(
                        "TTHC_ISSUER",
                        "TTHC_KAFKA_CLUSTER",
                        "TTHC_KEYCLOAK_ADMIN",
                        "TTHC_KEYCLOAK_ADMIN_PASSWORD",
                        "TTHC_KEYCLOAK_URL",
                        "TTHC_SECRETS",
                        "TTHC_STATUS_PAGE");
        assertThat(sentences.values()).allMatch(sentence -> sentence.contains(" "));
    }

    /** Whatever the service reads of carriers can be given here, and no secret but as a file. */
    @Test
    void carriersAreOffUntilNamedAndHaveTheirSecretsAsFiles() throws IOException {
        Map<String, Object> post = environment("postal-delivery-service");
        Matcher read = Pattern.compile("\\$\\{(TTHC_CARRIERS?[A-Z_]*)")
                .matcher(Files.readString(
                        Path.of("..", "..", "postal-delivery-service", "src", "main", "resources", "application.yml")));
        List<String> variables = new ArrayList<>();
        while (read.find()) {
            variables.add(read.group(1));
        }
        assertThat(variables).hasSizeGreaterThan(6);
        assertThat(post).containsKeys(variables.toArray(String[]::new));
        assertThat(post).containsEntry("TTHC_CARRIERS", "${TTHC_CARRIERS:-}");
        Map<String, Map<String, String>> secrets =
                cast(new Yaml().<Map<String, Object>>load(text).get("secrets"));
        List<String> given = cast(services.get("postal-delivery-service").get("secrets"));
        assertThat(given).contains("master_key", "lookup_key", "hash_key");
        for (String carrier : List.of("VNPOST", "EMS", "UPU")) {
            String secret = "carrier_" + carrier.toLowerCase(Locale.ROOT) + "_key";
            assertThat(post).containsEntry("TTHC_CARRIER_" + carrier + "_KEY", "/run/secrets/" + secret);
            assertThat(given).contains(secret);
            assertThat(secrets.get(secret)).containsEntry("file", "${TTHC_CARRIER_" + carrier + "_KEY:-/dev/null}");
        }
        for (String other : OURS) {
            if (!other.equals("postal-delivery-service")) {
                assertThat(String.valueOf(services.get(other))).doesNotContain("carrier_");
            }
        }
    }

    @Test
    void oneBrokerIsTheDefaultAndThreeKeepEverythingThriceAndTwiceBeforeItCounts() throws IOException {
        assertThat(services.get("kafka-1")).doesNotContainKey("profiles");
        Map<String, String> three = settings("three-brokers.env");
        assertThat(three)
                .containsEntry("COMPOSE_PROFILES", "three-brokers")
                .containsEntry("TTHC_KAFKA_REPLICATION", "3")
                .containsEntry("TTHC_KAFKA_MIN_ISR", "2");
        for (int broker = 1; broker <= 3; broker++) {
            String name = "kafka-" + broker;
            assertThat(environment(name))
                    .containsEntry("KAFKA_NODE_ID", broker)
                    .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                    .containsEntry("KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE", "false")
                    .containsEntry("KAFKA_MIN_INSYNC_REPLICAS", "${TTHC_KAFKA_MIN_ISR:-1}")
                    .containsEntry("KAFKA_DEFAULT_REPLICATION_FACTOR", "${TTHC_KAFKA_REPLICATION:-1}");
            assertThat(three.get("TTHC_KAFKA")).contains(name + ":9092");
            assertThat(three.get("TTHC_KAFKA_VOTERS")).contains(broker + "@" + name + ":9093");
            assertThat(services.get(name).get("networks")).isEqualTo(List.of("inside"));
        }
        assertThat(services.get("kafka-2")).containsEntry("profiles", List.of("three-brokers"));
        assertThat(services.get("kafka-3")).containsEntry("profiles", List.of("three-brokers"));
    }

    @Test
    void theReplicaSetIsThereWhenAskedFor() {
        for (int member = 1; member <= 3; member++) {
            Map<String, Object> mongo = services.get("mongo-" + member);
            assertThat(mongo).containsEntry("profiles", List.of("mongodb"));
            List<String> command = cast(mongo.get("command"));
            assertThat(command).contains("--replSet", "--keyFile");
            assertThat(mongo.get("networks")).isEqualTo(List.of("inside"));
        }
    }

    @Test
    void theRealmHoldsTheRolesTheClaimsAndTheDemoPeopleWithoutPasswords() throws IOException {
        JsonNode realm = JsonMapper.shared()
                .readTree(Files.readString(FOLDER.resolve("keycloak").resolve("tthc-realm.json")));
        JsonNode people = JsonMapper.shared()
                .readTree(Files.readString(Path.of("..", "local", "src", "main", "resources", "people.json")));
        Map<String, String> expected = new TreeMap<>();
        people.forEach(person -> expected.put(
                person.path("name").asString(),
                person.path("roles") + " " + person.path("agency").asString("") + " "
                        + person.path("identityNumber").asString("")));
        Map<String, String> found = new TreeMap<>();
        realm.path("users").forEach(user -> {
            found.put(
                    user.path("username").asString(),
                    user.path("realmRoles") + " "
                            + user.at("/attributes/agency/0").asString("") + " "
                            + user.at("/attributes/identity_number/0").asString(""));
            assertThat(user.has("credentials")).isFalse();
        });
        assertThat(found).isEqualTo(expected);
        List<String> roles = new ArrayList<>();
        realm.at("/roles/realm").forEach(role -> roles.add(role.path("name").asString()));
        people.forEach(
                person -> person.path("roles").forEach(role -> assertThat(roles).contains(role.asString())));
        Map<String, JsonNode> mappers = new HashMap<>();
        realm.at("/clients/0/protocolMappers")
                .forEach(mapper -> mappers.put(mapper.path("name").asString(), mapper.path("config")));
        assertThat(mappers.get("roles").path("claim.name").asString()).isEqualTo("roles");
        assertThat(mappers.get("agency").path("claim.name").asString()).isEqualTo("agency");
        assertThat(mappers.get("identity_number").path("claim.name").asString()).isEqualTo("identity_number");
        assertThat(mappers.get("audience").path("included.custom.audience").asString())
                .isEqualTo(environment("query-service").get("TTHC_AUDIENCE"));
        JsonNode client = realm.at("/clients/0");
        assertThat(client.path("publicClient").asBoolean()).isTrue();
        assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(client.at("/attributes/pkce.code.challenge.method").asString())
                .isEqualTo("S256");
        JsonNode profile = JsonMapper.shared()
                .readTree(realm.at(
                                "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asString());
        Map<String, String> editors = new HashMap<>();
        profile.path("attributes")
                .forEach(attribute -> editors.put(
                        attribute.path("name").asString(),
                        attribute.at("/permissions/edit").toString()));
        // Whoever could write these could be another agency, or see another citizen's dossiers.
        assertThat(editors).containsEntry("agency", "[\"admin\"]").containsEntry("identity_number", "[\"admin\"]");
    }

    /** Only where there is a client, as plug-in or by itself; everything else is checked without one. */
    @Test
    void dockerComposeAgreesWhereThereIsOne() throws Exception {
        List<String> client = client();
        assumeTrue(!client.isEmpty(), "there is no docker compose here");
        Map<String, String> given = new HashMap<>();
        Matcher required = REQUIRED.matcher(text);
        while (required.find()) {
            given.put(required.group(1), "given");
        }
        assertThat(accepts(client, given, "--profile", "*")).isTrue();
        Map<String, String> three = new HashMap<>(given);
        three.putAll(settings("three-brokers.env"));
        assertThat(accepts(client, three)).isTrue();
        for (String missing : given.keySet()) {
            Map<String, String> less = new HashMap<>(given);
            less.remove(missing);
            assertThat(accepts(client, less)).as("without " + missing).isFalse();
        }
    }

    private static boolean accepts(List<String> client, Map<String, String> environment, String... options)
            throws InterruptedException {
        List<String> command = new ArrayList<>(client);
        command.addAll(List.of("-f", "compose.yaml"));
        command.addAll(List.of(options));
        command.addAll(List.of("config", "--quiet"));
        return run(environment, command).isPresent();
    }

    /** Version 1 knows no {@code name} at the top of a file. */
    private static List<String> client() throws InterruptedException {
        for (List<String> client : List.of(List.of("docker", "compose"), List.of("docker-compose"))) {
            List<String> version = new ArrayList<>(client);
            version.addAll(List.of("version", "--short"));
            if (run(Map.of(), version).filter(text -> !text.startsWith("1.")).isPresent()) {
                return client;
            }
        }
        return List.of();
    }

    /** What a command said; empty when it is not there or did not succeed. What these say fits into a pipe. */
    private static Optional<String> run(Map<String, String> environment, List<String> command)
            throws InterruptedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean good = process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
            return good
                    ? Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static Map<String, String> settings(String name) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(FOLDER.resolve(name))));
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }
}
