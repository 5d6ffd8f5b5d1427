package vn.tthc.platform.axon;

import java.util.Objects;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/**
 * Lets Axon make an aggregate with its constructor. Otherwise it asks Spring for a new bean whenever one is loaded, which
 * costs more than to fold its events; an aggregate of ours asks Spring for nothing.
 */
final class AggregateFactories implements BeanDefinitionRegistryPostProcessor, PriorityOrdered {
    /** Under such a name Axon looks for a factory before it makes its own. */
    private static final String SUFFIX = "AggregateFactory";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        // Aggregates are found when everybody has said which beans there are.
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (!(beans instanceof BeanDefinitionRegistry registry)) {
            return;
        }
        for (String name : beans.getBeanNamesForAnnotation(Aggregate.class)) {
            registry.registerBeanDefinition(
                    name + SUFFIX,
                    BeanDefinitionBuilder.genericBeanDefinition(GenericAggregateFactory.class)
                            .addConstructorArgValue(Objects.requireNonNull(beans.getType(name)))
                            .getBeanDefinition());
        }
    }

    @Override
    public int getOrder() {
        // Before Axon looks.
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
