package vn.tthc.postal.items;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.Streams.Loaded;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.ItemState;

/** Shows items to the post and to the one-stop they leave from. */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class ItemsEndpoint {
    private final ItemReader items;
    private final ItemSubjects subjects;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    ItemsEndpoint(ItemReader items, ItemSubjects subjects, AccessPolicy access, Requests requests, Answers answers) {
        this.items = items;
        this.subjects = subjects;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /** The items of a dossier that the caller may see. */
    record ItemList(List<ItemView> items) {}

    @Operation(
            summary = "Xem bưu gửi / show an item",
            description = "Its way by the scans' own times; names and addresses stay sealed.")
    @GetMapping("/api/v1/items/{itemId}")
    ResponseEntity<ItemView> get(HttpServletRequest request, @PathVariable String itemId) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.READ_ITEM, Subject.ANY);
        StreamId stream = ItemReader.stream(itemId);
        Loaded<ItemState.Open> loaded = items.get(stream);
        access.require(actor, PostalPermission.READ_ITEM, subjects.of(loaded.state()));
        return answers.state(stream, loaded.version(), ItemView.of(itemId, loaded.state()));
    }

    @Operation(summary = "Bưu gửi của một hồ sơ / the items of a dossier", description = "Those the caller may see.")
    @GetMapping("/api/v1/items")
    ItemList ofDossier(HttpServletRequest request, @RequestParam String dossierId) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.READ_ITEM, Subject.ANY);
        return new ItemList(items.ofDossier(dossierId).stream()
                .filter(found -> access.allows(actor, PostalPermission.READ_ITEM, subjects.of(found.item())))
                .map(found -> ItemView.of(found.itemId(), found.item()))
                .toList());
    }
}
