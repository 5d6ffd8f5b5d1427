package vn.tthc.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PublicPageTest extends QueryServiceSlice {

    @Test
    void thePageIsOpenToEverybodyAndLoadsFromHereAlone() throws Exception {
        http.perform(get("/")).andExpect(status().isOk()).andExpect(forwardedUrl("index.html"));
        for (String path : Set.of("/index.html", "/assets/app.css", "/assets/app.js", "/assets/favicon.svg")) {
            http.perform(get(path))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                    .andExpect(header().string("Referrer-Policy", "no-referrer"));
        }
    }

    @Test
    void nothingIsInline() throws Exception {
        String page = text("/index.html");
        assertThat(page).doesNotContainPattern("<script(?![^>]*\\bsrc=)");
        assertThat(page).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=");
        assertThat(text("/assets/app.js")).doesNotContain("innerHTML").doesNotContain("localStorage");
    }

    @Test
    void everyTextOfThePageIsThereInBothLanguages() throws Exception {
        String script = text("/assets/app.js");
        String vietnamese = script.substring(script.indexOf("  vi: {"), script.indexOf("  en: {"));
        String english = script.substring(script.indexOf("  en: {"), script.indexOf("};"));
        Set<String> keys = found("^    (\\w+): '", vietnamese);
        assertThat(found("^    (\\w+): '", english)).isEqualTo(keys);
        assertThat(keys).containsAll(found("data-text=\"(\\w+)\"", text("/index.html")));
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private String text(String path) throws Exception {
        return http.perform(get(path))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
