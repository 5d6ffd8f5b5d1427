package vn.tthc.local.story;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Api;
import vn.tthc.local.http.Call;
import vn.tthc.local.http.ServiceAway;

/** Sends the requests of a file one after the other and holds their answers against what the file expects. */
public final class HttpStory {
    private static final int STALE = 412;
    private static final int MOST_LOOKS = 5;
    private static final Pattern SEEN = Pattern.compile("\\{\\{\\s*(\\w+)\\.response\\.headers\\.ETag\\s*}}");

    private final HttpFile file;
    private final Words words;
    private final Map<String, HttpFile.Step> named = new HashMap<>();
    private final Consumer<String> say;

    /**
     * A story.
     *
     * @param text of the file
     * @param places where the services are, by the name of the file's variable
     * @param token token of a demo person
     */
    public HttpStory(
            String text,
            Map<String, String> places,
            UnaryOperator<String> token,
            InstantSource clock,
            Consumer<String> say) {
        this.file = HttpFile.parse(text);
        Map<String, String> variables = new LinkedHashMap<>(file.variables());
        variables.putAll(places);
        this.words = new Words(variables, name -> token.apply(person(name)), clock);
        this.say = say;
    }

    /** {@code TTHC_OFFICER_XA} holds the token of {@code officer-xa}. */
    private static String person(String variable) {
        return variable.replaceFirst("^TTHC_", "").toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Tells it.
     *
     * @return how many requests were sent
     * @throws Failure when an answer is not the one expected
     */
    public int run() throws InterruptedException {
        int sent = 0;
        try (Api api = new Api()) {
            for (HttpFile.Step step : file.requests()) {
                Answer answer = send(api, step);
                for (int i = 0; i < MOST_LOOKS && answer.status() == STALE && looksAgain(api, step); i++) {
                    answer = send(api, step);
                }
                check(step, answer);
                say.accept(answer.status() + "  " + step.title());
                sent++;
            }
        } catch (ServiceAway e) {
            throw new Failure(Failure.TRY_AGAIN, e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.USAGE, e.getMessage() + ".");
        }
        return sent;
    }

    /** Somebody has changed it since it was read, maybe the clock: whoever decides looks once more. */
    private boolean looksAgain(Api api, HttpFile.Step step) throws InterruptedException {
        Matcher seen = SEEN.matcher(step.headers().getOrDefault("If-Match", ""));
        HttpFile.Step look = seen.matches() ? named.get(seen.group(1)) : null;
        if (look == null || !look.method().equals("GET")) {
            return false;
        }
        send(api, look);
        return true;
    }

    private Answer send(Api api, HttpFile.Step step) throws InterruptedException {
        Map<String, String> headers = new LinkedHashMap<>();
        step.headers().forEach((name, value) -> headers.put(name, words.fill(value)));
        Answer answer = api.send(new Call(
                step.title(),
                step.method(),
                URI.create(words.fill(step.url())),
                headers,
                step.body().isEmpty() ? null : words.fill(step.body())));
        String name = step.name();
        if (name != null) {
            named.put(name, step);
            words.answered(name, answer);
        }
        return answer;
    }

    private void check(HttpFile.Step step, Answer answer) {
        List<String> expected = step.expected().isEmpty() ? List.of("200") : step.expected();
        for (String wish : expected) {
            String[] parts = wish.split("=", 2);
            String is = parts.length == 1 ? String.valueOf(answer.status()) : Words.text(answer, parts[0].strip());
            String wanted = words.fill(parts[parts.length - 1].strip());
            if (!is.equals(wanted)) {
                throw new Failure("'" + step.title() + "' expects " + wish + " and got " + is + " (" + answer.status()
                        + " " + answer.complaint() + ").");
            }
        }
    }
}
