package vn.tthc.postal.worklists;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.consume.Freshness;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.items.CommuneDay;
import vn.tthc.postal.items.ItemLists;

/** Says commune by commune how much of the mail reached it on the day it was taken over. */
@RestController
@Tag(name = "Work", description = "Việc của bưu tá / work of the post")
class SameDayEndpoint {
    private static final int MOST_DAYS = 92;

    private final ItemLists lists;
    private final Freshness freshness;
    private final AccessPolicy access;
    private final Requests requests;

    SameDayEndpoint(ItemLists lists, Freshness freshness, AccessPolicy access, Requests requests) {
        this.lists = lists;
        this.freshness = freshness;
        this.access = access;
        this.requests = requests;
    }

    /**
     * The rates of some days.
     *
     * @param all all communes together
     * @param communes those for which the post took something over on these days, by their ids
     * @param asOf everything recorded before this moment is in here; null while that is not known
     */
    record SameDayAnswer(
            LocalDate from,
            LocalDate to,
            SameDayRate all,
            List<CommuneRate> communes,
            @Nullable Instant asOf) {}

    /** The rate of one commune. */
    record CommuneRate(String unit, SameDayRate rate) {}

    /**
     * How much came on the same day.
     *
     * @param accepted items the post took over
     * @param sameDay of these, how many were at the delivery office on that day
     * @param later of these, how many came there on a later day
     * @param underway of these, how many have not come there
     * @param percent {@code sameDay} of {@code accepted}, with one digit; null when nothing was taken over
     */
    record SameDayRate(
            long accepted,
            long sameDay,
            long later,
            long underway,
            @Nullable Double percent) {
        static SameDayRate of(List<CommuneDay> days) {
            long accepted = days.stream().mapToLong(CommuneDay::accepted).sum();
            long sameDay = days.stream().mapToLong(CommuneDay::sameDay).sum();
            long later = days.stream().mapToLong(CommuneDay::later).sum();
            Double percent = accepted == 0 ? null : Math.round(1000.0 * sameDay / accepted) / 10.0;
            return new SameDayRate(accepted, sameDay, later, accepted - sameDay - later, percent);
        }
    }

    @Operation(
            summary = "Tỷ lệ thư đến xã trong ngày / the same-day rate of every commune",
            description =
                    "Of the items the post took over on these days (at most 92), how many were at the delivery office of their commune, or delivered, on the day they were taken over, by the scans' own times in Vietnam.")
    @GetMapping("/api/v1/mail/same-day")
    SameDayAnswer sameDay(HttpServletRequest request, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        access.require(requests.caller(request).actor(), PostalPermission.READ_FIGURES, Subject.ANY);
        if (from.isBefore(LocalDate.EPOCH) || to.isBefore(from) || !to.isBefore(from.plusDays(MOST_DAYS))) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "to",
                    FieldReason.INVALID,
                    "Phải từ ngày bắt đầu trở đi và không quá " + MOST_DAYS + " ngày.",
                    "Is not before the first day, and no more than " + MOST_DAYS + " days.")));
        }
        Instant asOf = freshness.asOf("post-items").orElse(null);
        Map<String, List<CommuneDay>> communes = new TreeMap<>();
        List<CommuneDay> days = lists.days(from, to);
        days.forEach(day -> communes.computeIfAbsent(day.unit(), unit -> new java.util.ArrayList<>())
                .add(day));
        return new SameDayAnswer(
                from,
                to,
                SameDayRate.of(days),
                communes.entrySet().stream()
                        .map(commune -> new CommuneRate(commune.getKey(), SameDayRate.of(commune.getValue())))
                        .filter(commune -> commune.rate().accepted() > 0)
                        .toList(),
                asOf);
    }
}
