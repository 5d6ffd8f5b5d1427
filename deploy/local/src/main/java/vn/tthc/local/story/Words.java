package vn.tthc.local.story;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tthc.local.http.Answer;

/** What stands for {@code {{words}}} in a file of requests: variables, the environment, and what was answered before. */
final class Words {
    private static final Pattern HOLE = Pattern.compile("\\{\\{\\s*([^}]+?)\\s*}}");
    private static final String BODY = ".response.body.$.";
    private static final String HEADERS = ".response.headers.";

    private final Map<String, String> variables;
    private final UnaryOperator<String> environment;
    private final InstantSource clock;
    private final Map<String, Answer> answers = new HashMap<>();

    /**
     * Words.
     *
     * @param environment a variable of the environment by its name
     */
    Words(Map<String, String> variables, UnaryOperator<String> environment, InstantSource clock) {
        this.variables = Map.copyOf(variables);
        this.environment = environment;
        this.clock = clock;
    }

    void answered(String name, Answer answer) {
        answers.put(name, answer);
    }

    /**
     * The text with its holes filled.
     *
     * @throws IllegalArgumentException when nobody knows what one stands for
     */
    String fill(String text) {
        Matcher holes = HOLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (holes.find()) {
            holes.appendReplacement(filled, Matcher.quoteReplacement(word(holes.group(1))));
        }
        return holes.appendTail(filled).toString();
    }

    private String word(String what) {
        if (what.equals("$guid")) {
            return UUID.randomUUID().toString();
        }
        if (what.equals("$datetime iso8601")) {
            return clock.instant().toString();
        }
        if (what.startsWith("$processEnv ")) {
            return environment.apply(what.substring("$processEnv ".length()).strip());
        }
        int body = what.indexOf(BODY);
        if (body > 0) {
            return text(answer(what.substring(0, body)), what.substring(body + BODY.length()));
        }
        int header = what.indexOf(HEADERS);
        if (header > 0) {
            return answer(what.substring(0, header))
                    .headers()
                    .firstValue(what.substring(header + HEADERS.length()))
                    .orElse("");
        }
        String value = variables.get(what);
        if (value == null) {
            throw new IllegalArgumentException("nobody knows what {{" + what + "}} is");
        }
        return fill(value);
    }

    private Answer answer(String name) {
        Answer answer = answers.get(name);
        if (answer == null) {
            throw new IllegalArgumentException("no request before is named " + name);
        }
        return answer;
    }

    /** What stands at {@code a.b[0].c} of a body. */
    static String text(Answer answer, String path) {
        String pointer = "/" + path.replace('.', '/').replaceAll("\\[(\\d+)]", "/$1");
        return answer.json().at(pointer).asString("");
    }
}
