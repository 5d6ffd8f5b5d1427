package vn.tthc.platform.mongo;

/** Where a contract finds a MongoDB: the double of every build, one in Docker, or one whose address is given. */
public interface MongoPlace extends AutoCloseable {
    /** The environment variable with the address of a MongoDB to test on; it names no database. */
    String VARIABLE = MongoAddress.VARIABLE;

    /** The address of a database there that nobody has used. */
    String freshUri();

    @Override
    default void close() {}

    /** The MongoDB at {@link #VARIABLE}. */
    static MongoPlace offered() {
        return MongoAddress::freshUri;
    }

    /** A replica set of one in Docker, started for it and stopped with it. */
    static MongoPlace inDocker() {
        MongoContainer container = new MongoContainer();
        container.start();
        return container;
    }
}
