package vn.tthc.query.freshness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.platform.consume.Freshness;
import vn.tthc.platform.consume.ParkingLot;
import vn.tthc.query.projection.DossierProjection;

/** Asks the consumer that keeps the views. */
@Component
class FlowAsOf implements AsOf {
    private final Freshness freshness;
    private final ParkingLot parkingLot;

    FlowAsOf(Freshness freshness, ParkingLot parkingLot) {
        this.freshness = freshness;
        this.parkingLot = parkingLot;
    }

    @Override
    public @Nullable Instant moment() {
        return freshness.asOf(DossierProjection.NAME).orElse(null);
    }

    @Override
    public boolean parked(String dossierId) {
        return parkingLot.isParked(DossierProjection.NAME, dossierId);
    }
}
