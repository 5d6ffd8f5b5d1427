package vn.tthc.postal.money;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Min;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.reference.Tariff;

/** Says what an item costs: public. */
@RestController
@Tag(name = "Money", description = "Cước và phí thu hộ / postage and fees collected")
class PostageEndpoint {
    private final Postage postage;
    private final AccessPolicy access;
    private final Requests requests;
    private final InstantSource clock;

    PostageEndpoint(Postage postage, AccessPolicy access, Requests requests, InstantSource clock) {
        this.postage = postage;
        this.access = access;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * What an item costs.
     *
     * @param version version of the tariff
     * @param validFrom from which day on it is in force
     * @param dong how much, in đồng
     */
    record PostageAnswer(
            String version,
            LocalDate validFrom,
            Tariff.Scope scope,
            int grams,
            Tariff.@Nullable FreeCategory free,
            long dong) {}

    @Operation(
            summary = "Tính cước / what an item costs",
            description =
                    "Public. By the tariff in force on a day, today when none is given; nothing for those who are free.")
    @GetMapping("/api/v1/postage")
    PostageAnswer postage(
            HttpServletRequest request,
            @RequestParam Tariff.Scope scope,
            @RequestParam @Min(1) int grams,
            @RequestParam(required = false) Tariff.@Nullable FreeCategory free,
            @RequestParam(required = false) @Nullable LocalDate on) {
        access.require(requests.caller(request).actor(), PostalPermission.READ_PUBLIC, Subject.ANY);
        LocalDate day = on == null ? VietnamTime.date(clock.instant()) : on;
        Tariff tariff = postage.on(day, "on");
        long dong = postage.due(tariff, scope, grams, free, "grams");
        return new PostageAnswer(tariff.version(), tariff.validFrom(), scope, grams, free, dong);
    }
}
