package vn.tthc.local.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Requests in the format that VS Code (REST Client) and others read: {@code ###} between them, {@code @name = value} for
 * variables, {@code # @name} to refer to an answer. {@code # expect} is ours, and a comment to them.
 *
 * @param variables by name, in their order
 * @param requests in their order
 */
record HttpFile(Map<String, String> variables, List<Step> requests) {
    private static final Pattern VARIABLE = Pattern.compile("@([A-Za-z][A-Za-z0-9]*)\\s*=\\s*(.*)");
    private static final Pattern NAME = Pattern.compile("#\\s*@name\\s+([A-Za-z][A-Za-z0-9]*)");
    private static final Pattern EXPECTED = Pattern.compile("#\\s*expect\\s+(.*)");
    private static final Pattern REQUEST = Pattern.compile("(GET|POST)\\s+(\\S+)");

    /**
     * A request as it is written.
     *
     * @param title what stands behind {@code ###}
     * @param name by which later ones refer to its answer
     * @param expected a status, or {@code pointer = text} of the answer's body
     * @param body empty for none
     */
    record Step(
            String title,
            @Nullable String name,
            List<String> expected,
            String method,
            String url,
            Map<String, String> headers,
            String body) {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when a block holds no request
     */
    static HttpFile parse(String text) {
        Map<String, String> variables = new LinkedHashMap<>();
        List<Step> steps = new ArrayList<>();
        String[] blocks = text.split("(?m)^###", -1);
        for (String line : blocks[0].lines().toList()) {
            Matcher variable = VARIABLE.matcher(line.strip());
            if (variable.matches()) {
                variables.put(variable.group(1), variable.group(2).strip());
            }
        }
        for (int i = 1; i < blocks.length; i++) {
            steps.add(step(blocks[i].lines().toList()));
        }
        return new HttpFile(variables, steps);
    }

    private static Step step(List<String> lines) {
        String title = lines.isEmpty() ? "" : lines.getFirst().strip();
        String name = null;
        List<String> expected = new ArrayList<>();
        int at = 1;
        while (at < lines.size() && !REQUEST.matcher(lines.get(at).strip()).matches()) {
            String line = lines.get(at++).strip();
            Matcher named = NAME.matcher(line);
            Matcher wish = EXPECTED.matcher(line);
            if (named.matches()) {
                name = named.group(1);
            } else if (wish.matches()) {
                expected.add(wish.group(1).strip());
            }
        }
        if (at >= lines.size()) {
            throw new IllegalArgumentException("there is no request under '" + title + "'");
        }
        Matcher request = REQUEST.matcher(lines.get(at++).strip());
        if (!request.matches()) {
            throw new IllegalArgumentException("no request: " + lines.get(at - 1));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        while (at < lines.size() && !lines.get(at).isBlank()) {
            String[] header = lines.get(at++).split(":", 2);
            headers.put(header[0].strip(), header.length < 2 ? "" : header[1].strip());
        }
        String body = String.join("\n", lines.subList(Math.min(at, lines.size()), lines.size()))
                .strip();
        return new Step(title, name, expected, request.group(1), request.group(2), headers, body);
    }
}
