package vn.tthc.platform.mongo;

class LanesOnDoubleTest extends LanesContract {
    @Override
    MongoPlace place() {
        return new MongoDouble();
    }
}
