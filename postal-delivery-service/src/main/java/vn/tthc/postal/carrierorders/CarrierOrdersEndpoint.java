package vn.tthc.postal.carrierorders;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;

/** The orders that wait for a person. */
@RestController
@RequestMapping("/internal/carrier-orders")
@Tag(name = "operation")
class CarrierOrdersEndpoint {
    private final CarrierOrders orders;
    private final AccessPolicy access;
    private final Requests requests;
    private final InstantSource clock;

    CarrierOrdersEndpoint(CarrierOrders orders, AccessPolicy access, Requests requests, InstantSource clock) {
        this.orders = orders;
        this.access = access;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * A page of orders.
     *
     * @param unreadable items whose orders cannot be read: they are in no state, and nothing is sent or asked for them
     * @param next asked for next, null when this is the last
     */
    record OrderPage(
            List<OrderView> orders,
            List<String> unreadable,
            @Nullable String next) {}

    /**
     * An order.
     *
     * @param carrierNumber the number the carrier knows the item by
     * @param why why it waits
     * @param since since when
     */
    record OrderView(
            String itemId,
            String dossierId,
            String carrier,
            Order.State state,
            int attempts,
            @Nullable String carrierNumber,
            @Nullable String why,
            Instant since) {
        static OrderView of(Order order) {
            return new OrderView(
                    order.itemId(),
                    order.dossierId(),
                    order.carrier(),
                    order.state(),
                    order.attempts(),
                    order.number(),
                    order.why(),
                    order.nextAt());
        }
    }

    /** Which order to send again. */
    record OrderRetry(@NotBlank @Size(max = 36) String itemId) {}

    @GetMapping
    @Operation(summary = "Đơn gửi hãng vận chuyển / orders to carriers")
    OrderPage list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "PARKED") Order.State state,
            @RequestParam(required = false) @Size(max = 500) @Nullable String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        access.require(requests.caller(request).actor(), PostalPermission.SEE_CARRIERS, Subject.EVERYWHERE);
        try {
            CarrierOrders.Some some = orders.in(state, null, after, limit);
            return new OrderPage(
                    some.orders().stream()
                            .map(kept -> OrderView.of(kept.order()))
                            .toList(),
                    orders.unreadable(),
                    some.next());
        } catch (IllegalArgumentException noPlace) {
            throw new Problem(CommonProblem.VALIDATION_FAILED, "after");
        }
    }

    @PostMapping("/retries")
    @Operation(summary = "Gửi lại đơn / send an order again")
    OrderView retry(HttpServletRequest request, @RequestBody @Valid OrderRetry body) {
        access.require(requests.caller(request).actor(), PostalPermission.SETTLE_CARRIERS, Subject.EVERYWHERE);
        CarrierOrders.Kept kept = orders.find(body.itemId())
                .filter(found -> found.order().state() == Order.State.PARKED)
                .orElseThrow(() -> new Problem(OrderProblem.CARRIER_ORDER_NOT_PARKED, null, Map.of()));
        Order anew = kept.order().anew(clock.instant());
        orders.put(anew, kept.version());
        return OrderView.of(anew);
    }
}
