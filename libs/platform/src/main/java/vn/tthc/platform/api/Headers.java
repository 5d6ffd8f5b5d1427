package vn.tthc.platform.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import vn.tthc.platform.web.Requests;

/** The headers all services share, going in and coming out. */
final class Headers {
    static final String POSITION = "tthcPosition";
    static final String KEY = "idempotencyKey";
    static final String IF_MATCH = "ifMatch";
    static final String IF_MATCH_OPTIONAL = "ifMatchOptional";
    static final String DELEGATION = "delegation";
    static final String CORRELATION = "correlationId";
    static final String LANGUAGE = "acceptLanguage";

    private static final String POSITION_FORM = "[a-z]+-[A-Za-z0-9._:@~-]{1,128}@[1-9][0-9]{0,17}";

    private Headers() {}

    static void describe(Components components) {
        components
                .addParameters(
                        POSITION,
                        parameter(
                                "Tthc-Position",
                                false,
                                "Chờ đến khi dịch vụ có các thay đổi này (tối đa 2 giây, tối đa 16) / wait until this"
                                        + " service has these changes, at most 2 s and at most 16 of them",
                                text(POSITION_FORM + "(," + POSITION_FORM + "){0,15}")))
                .addParameters(
                        KEY,
                        parameter(
                                "Idempotency-Key",
                                false,
                                "Tên của yêu cầu, để gửi lại mà không thực hiện hai lần / names the request, so that it"
                                        + " can be sent again and is done once",
                                text("[\\x21-\\x7E]([\\x20-\\x7E]{0,126}[\\x21-\\x7E])?")))
                .addParameters(
                        IF_MATCH,
                        parameter(
                                "If-Match",
                                true,
                                "Phiên bản đã xem, lấy từ ETag / the version seen, as told by ETag",
                                text("\"[a-z]+-(0|[1-9][0-9]{0,17})\"")))
                .addParameters(
                        IF_MATCH_OPTIONAL,
                        parameter(
                                "If-Match",
                                false,
                                "Phiên bản đã xem, lấy từ ETag; không cần khi kể lại việc đã qua / the version seen, as"
                                        + " told by ETag; not needed where something of the past is told",
                                text("\"[a-z]+-(0|[1-9][0-9]{0,17})\"")))
                .addParameters(
                        DELEGATION,
                        parameter(
                                Requests.DELEGATION,
                                false,
                                "Mã ủy quyền, khi thực hiện thay mặt người khác: chỉ với vai trò được ủy quyền / id of the"
                                        + " delegation, when acting on behalf of somebody: in the delegated roles alone",
                                text("[\\x21-\\x7E]{1,64}")))
                .addParameters(
                        CORRELATION,
                        parameter(
                                "X-Correlation-Id",
                                false,
                                "Mã để tìm yêu cầu trong nhật ký; mã lạ được thay bằng mã mới / finds the request in the"
                                        + " logs; one of another form is replaced",
                                new StringSchema()))
                .addParameters(
                        LANGUAGE,
                        parameter(
                                "Accept-Language",
                                false,
                                "Ngôn ngữ của thông báo lỗi: vi (mặc định) hoặc en / language of problems: vi, unless en"
                                        + " is asked for",
                                new StringSchema()))
                .addHeaders(
                        "ETag",
                        header(
                                "Phiên bản, để gửi lại trong If-Match / the version, for the If-Match of the next"
                                        + " decision",
                                text("\"[a-z]+-(0|[1-9][0-9]{0,17})\""),
                                true))
                .addHeaders(
                        "Tthc-Position",
                        header(
                                "Vị trí của thay đổi; gửi kèm yêu cầu sau để chắc chắn thấy nó / where the change is; sent"
                                        + " with a later request, that one sees it",
                                new StringSchema(),
                                true))
                .addHeaders(
                        "Idempotency-Replayed",
                        header(
                                "true khi đây là câu trả lời của lần gửi trước / true when this is the answer to an"
                                        + " earlier sending",
                                text("true"),
                                false))
                .addHeaders(
                        "Location",
                        header("Địa chỉ của đối tượng vừa tạo / path of what was made", new StringSchema(), false))
                .addHeaders(
                        "Retry-After",
                        header(
                                "Sau bao nhiêu giây thì thử lại / seconds after which to try again",
                                new StringSchema(),
                                true));
    }

    static Parameter reference(String name) {
        return new Parameter().$ref("#/components/parameters/" + name);
    }

    static Header headerReference(String name) {
        return new Header().$ref("#/components/headers/" + name);
    }

    private static Parameter parameter(String name, boolean required, String description, Schema<?> schema) {
        return new HeaderParameter()
                .name(name)
                .required(required)
                .description(description)
                .schema(schema);
    }

    private static Header header(String description, Schema<?> schema, boolean required) {
        return new Header().description(description).schema(schema).required(required);
    }

    private static Schema<?> text(String pattern) {
        return new StringSchema().pattern("^" + pattern + "$");
    }
}
