package vn.tthc.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The door: who one is, and the password of this installation. */
@RestController
class SignInPage {
    static final String PATH = "/sign-in";

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String PAGE = """
            <!doctype html>
            <html lang="vi">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Đăng nhập / Sign in</title><link rel="stylesheet" href="/sign-in.css"></head>
            <body><main>
            <h1>Đăng nhập <span lang="en">/ Sign in</span></h1>
            <p>Người dùng thử của hệ thống chạy trên máy này. Mật khẩu nằm trong tệp
            <code>keys/people.password</code> của thư mục dữ liệu.<br>
            <span lang="en">Demo people of the system on this machine. The password is in the file
            <code>keys/people.password</code> of the data folder.</span></p>
            {wrong}
            <form method="post" action="/sign-in">
            <label for="username">Bạn là ai / Who are you</label>
            <select id="username" name="username" required>{people}</select>
            <label for="password">Mật khẩu / Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <input type="hidden" name="{name}" value="{token}">
            <button type="submit">Đăng nhập / Sign in</button>
            </form></main></body></html>
            """;
    private static final String WRONG = """
            <p class="wrong" role="alert">Không đúng người hoặc mật khẩu. <span lang="en">/ The person or the password is
            wrong.</span></p>""";

    private final People people;

    SignInPage(People people) {
        this.people = people;
    }

    @GetMapping(PATH)
    ResponseEntity<String> page(HttpServletRequest request, CsrfToken csrf) {
        StringBuilder options = new StringBuilder();
        for (Person person : people.all()) {
            options.append("<option value=\"%s\">%s: %s</option>"
                    .formatted(
                            HtmlUtils.htmlEscape(person.name(), "UTF-8"),
                            HtmlUtils.htmlEscape(person.name(), "UTF-8"),
                            HtmlUtils.htmlEscape(person.about(), "UTF-8")));
        }
        String wrong = request.getParameter("error") == null ? "" : WRONG;
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(PAGE.replace("{wrong}", wrong)
                        .replace("{people}", options)
                        .replace("{name}", HtmlUtils.htmlEscape(csrf.getParameterName(), "UTF-8"))
                        .replace("{token}", HtmlUtils.htmlEscape(csrf.getToken(), "UTF-8")));
    }
}
