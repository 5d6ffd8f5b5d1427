package vn.tthc.postal.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.ManifestEvent.Entry;
import vn.tthc.law.post.S10;
import vn.tthc.law.post.S10Problem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Messages;
import vn.tthc.postal.domain.ManifestState;
import vn.tthc.postal.items.ItemLists;
import vn.tthc.postal.items.ItemReader;

/** Finds the items whose identifiers are scanned onto a manifest or off it. */
@Component
class ListedItems {
    private final ItemLists items;
    private final ItemReader reader;

    ListedItems(ItemLists items, ItemReader reader) {
        this.items = items;
        this.reader = reader;
    }

    /** By what is printed on it, or by its own id, which is never too late. */
    private Optional<Entry> find(String text) {
        return ItemReader.isItemId(text)
                ? reader.find(StreamId.item(text))
                        .map(found -> new Entry(found.state().item().identifier(), text))
                : items.byIdentifier(text).map(item -> new Entry(text, item.id()));
    }

    /** The items of this post among what was scanned; the others are told why not. */
    List<Entry> known(List<String> scanned, List<ManifestStepsEndpoint.RefusedItem> refused) {
        List<Entry> entries = new ArrayList<>();
        for (String text : scanned) {
            find(text).ifPresentOrElse(entries::add, () -> refused.add(refused(text)));
        }
        return entries;
    }

    private static ManifestStepsEndpoint.RefusedItem refused(String text) {
        Optional<S10Problem> wrong = S10.reason(text).filter(S10Problem.CHECK_DIGIT::equals);
        if (wrong.isPresent()) {
            S10Problem why = wrong.get();
            return new ManifestStepsEndpoint.RefusedItem(
                    text, why.name(), new Messages(why.vietnamese(), why.english()));
        }
        return new ManifestStepsEndpoint.RefusedItem(
                text,
                FieldReason.UNKNOWN.name(),
                new Messages("Không có bưu gửi này ở đây.", "There is no such item here."));
    }

    /** Everything that came: as the list has it, else as it is known here, else by what is printed on it alone. */
    List<Entry> came(ManifestState.Known manifest, List<String> scanned) {
        List<Entry> entries = new ArrayList<>();
        for (String text : scanned) {
            Entry listed = manifest.items().get(text);
            entries.add(listed != null ? listed : find(text).orElseGet(() -> new Entry(text, null)));
        }
        return entries;
    }
}
