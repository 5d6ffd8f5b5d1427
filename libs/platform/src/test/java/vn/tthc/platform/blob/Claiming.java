package vn.tthc.platform.blob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A shelf on which something happens right before a file is removed. */
record Claiming(Shelf shelf, Meanwhile meanwhile) implements Shelf {
    @FunctionalInterface
    interface Meanwhile {
        void run() throws IOException;
    }

    @Override
    public Path draft() throws IOException {
        return shelf.draft();
    }

    @Override
    public void keep(Path draft, String name) throws IOException {
        shelf.keep(draft, name);
    }

    @Override
    public List<Entry> entries(String beginning) throws IOException {
        return shelf.entries(beginning);
    }

    @Override
    public boolean renew(String name) throws IOException {
        return shelf.renew(name);
    }

    @Override
    public void remove(String name) throws IOException {
        meanwhile.run();
        shelf.remove(name);
    }

    @Override
    public Optional<Standing> take(String name) throws IOException {
        return shelf.take(name);
    }
}
