package vn.tthc.platform.api;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What people read in the description of an API, by key: {@code tthc-api/<name>.properties} of this library and of the
 * service, together. Endpoints stay free of it.
 */
final class ApiTexts {
    private final Properties texts = new Properties();

    ApiTexts(String name) {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:tthc-api/" + name + ".properties")) {
                Properties some = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    some.load(reader);
                }
                // The service comes before its libraries, and what it says itself counts.
                some.forEach(texts::putIfAbsent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    String find(String key) {
        return texts.getProperty(key);
    }

    /** The first of these keys that has a text. */
    @Nullable
    String first(String... keys) {
        return Arrays.stream(keys)
                .map(texts::getProperty)
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }

    /** Words between commas; {@code @name} stands for those of {@code group.name}. */
    List<String> list(String key) {
        String all = texts.getProperty(key, "");
        return all.isBlank()
                ? List.of()
                : Arrays.stream(all.split(",", -1))
                        .map(String::strip)
                        .flatMap(word ->
                                word.startsWith("@") ? list("group." + word.substring(1)).stream() : Stream.of(word))
                        .toList();
    }
}
