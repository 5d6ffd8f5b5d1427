package vn.tthc.postal.manifests;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.postal.ManifestEvent;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.command.Streams.Loaded;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.postal.domain.Manifest;
import vn.tthc.postal.domain.ManifestState;
import vn.tthc.postal.items.ItemReader;

/** Reads manifests back from their streams. */
@Component
public class ManifestReader {
    private final Streams streams;

    ManifestReader(Streams streams) {
        this.streams = streams;
    }

    /**
     * The stream of a manifest.
     *
     * @throws Problem 404 when that cannot be the id of one
     */
    static StreamId stream(String manifestId) {
        if (!ItemReader.isItemId(manifestId)) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return new StreamId(StreamType.MANIFEST, manifestId);
    }

    /**
     * The manifest of a stream.
     *
     * @throws Problem 404 when there is none
     */
    Loaded<ManifestState.Known> get(StreamId stream) {
        Loaded<ManifestState> loaded = load(stream, Long.MAX_VALUE);
        if (loaded.state() instanceof ManifestState.Known known) {
            return new Loaded<>(known, loaded.version());
        }
        throw new Problem(CommonProblem.NOT_FOUND);
    }

    /** The manifest as it was at a version; empty when it was not begun then. */
    public Optional<ManifestState.Known> upTo(StreamId stream, long version) {
        return load(stream, version).state() instanceof ManifestState.Known known
                ? Optional.of(known)
                : Optional.empty();
    }

    private Loaded<ManifestState> load(StreamId stream, long upTo) {
        return streams.load(
                stream, upTo, ManifestState.NONE, (state, event) -> Manifest.evolve(state, (ManifestEvent) event));
    }
}
