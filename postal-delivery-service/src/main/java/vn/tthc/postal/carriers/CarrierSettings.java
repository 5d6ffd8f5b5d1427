package vn.tthc.postal.carriers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which carriers are worked with, and how patiently.
 *
 * @param use names of those in use. None: the post's own people carry everything
 * @param known every carrier that could be used, by name
 * @param choice file that says which of them gets an order; blank for the one that ships
 * @param window how far the moment of a message may be from ours, either way
 * @param every pause between two looks at what is to be sent or asked
 * @param attempts so often an order is sent before it waits for a person
 * @param quiet how long an item may not be heard of before its carrier is asked
 * @param anew so often an order is placed anew with a carrier that says it does not know it
 * @param polls so often a carrier is asked in vain before the item waits for a person
 */
@ConfigurationProperties("tthc.carriers")
public record CarrierSettings(
        @DefaultValue List<String> use,
        @DefaultValue Map<String, Known> known,
        @DefaultValue("") String choice,
        @DefaultValue("5m") Duration window,
        @DefaultValue("1s") Duration every,
        @DefaultValue("12") int attempts,
        @DefaultValue("3") int anew,
        @DefaultValue("8h") Duration quiet,
        @DefaultValue("30") int polls) {
    public CarrierSettings {
        use = use.stream().filter(name -> !name.isBlank()).toList();
        known = Map.copyOf(known);
    }

    /**
     * A carrier.
     *
     * @param table code table it speaks
     * @param url where it takes orders and answers questions, by https unless it is on this machine; blank when it only tells
     * @param key file with the secret shared with it
     */
    public record Known(
            String table,
            @DefaultValue("") String url,
            @DefaultValue("") String key) {}
}
