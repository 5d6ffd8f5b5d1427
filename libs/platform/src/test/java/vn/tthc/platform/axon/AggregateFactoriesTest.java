package vn.tthc.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.spring.config.SpringAggregateLookup;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

class AggregateFactoriesTest {
    @Aggregate
    static class Counter {}

    @Test
    void axon_takes_the_factory_that_calls_the_constructor_and_makes_none_that_asks_for_a_bean() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        RootBeanDefinition counter = new RootBeanDefinition(Counter.class);
        counter.setScope("prototype");
        beans.registerBeanDefinition("counter", counter);

        new AggregateFactories().postProcessBeanFactory(beans);
        new SpringAggregateLookup().postProcessBeanFactory(beans);

        assertThat(Arrays.stream(beans.getBeanDefinitionNames())
                        .map(beans::getType)
                        .filter(AggregateFactory.class::isAssignableFrom))
                .containsExactly(GenericAggregateFactory.class);
        assertThat(beans.getBean("counterAggregateFactory", GenericAggregateFactory.class)
                        .getAggregateType())
                .isEqualTo(Counter.class);
    }
}
