package vn.tthc.platform.relay;

import java.util.List;
import vn.tthc.contracts.control.RepublishRequested;
import vn.tthc.contracts.control.Watermark;
import vn.tthc.platform.event.EventJson;

/** Tells the other services something on the control topic. */
public final class ControlPublisher {
    private final KafkaSender sender;
    private final ControlMessages messages;

    public ControlPublisher(KafkaSender sender, EventJson json) {
        this.sender = sender;
        this.messages = new ControlMessages(json.mapper());
    }

    /** Whether the broker took it; who asks must be ready to ask again. */
    public boolean publish(RepublishRequested request) throws InterruptedException {
        return sender.send(List.of(messages.write(request))).failure() == null;
    }

    /** Whether the broker took it. */
    public boolean publish(Watermark watermark) throws InterruptedException {
        return sender.send(List.of(messages.write(watermark))).failure() == null;
    }
}
