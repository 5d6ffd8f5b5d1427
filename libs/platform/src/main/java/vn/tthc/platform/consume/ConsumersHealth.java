package vn.tthc.platform.consume;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up once every consumer has begun to read; a broker that goes away later does not keep commands out. */
final class ConsumersHealth implements HealthIndicator {
    private final ConsumerLoops loops;

    ConsumersHealth(ConsumerLoops loops) {
        this.loops = loops;
    }

    @Override
    public Health health() {
        return (loops.assigned() ? Health.up() : Health.outOfService())
                .withDetail("consumers", loops.all().size())
                .build();
    }
}
