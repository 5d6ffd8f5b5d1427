package vn.tthc.e2e.plug;

import vn.tthc.local.http.Call;

/**
 * A command as the client means it: sent as often as needed, always the same.
 *
 * @param kind what is to be done
 * @param key its Idempotency-Key
 * @param account who sends it
 * @param externalId names the fact, for those that have a name of their own; empty for the others
 * @param call the request, key included
 */
record Order(Kind kind, String key, String account, String externalId, Call call) {
    /** What the client does. */
    enum Kind {
        SUBMIT,
        RECEIVE,
        REFUSE,
        HAND_OVER,
        ACCEPT_CUSTODY,
        COMPLETE_STEP,
        FORWARD,
        SEND_BACK,
        RECORD_STEP,
        SIGN,
        ISSUE,
        FINISH,
        ACCEPT_RESULT,
        RETURN,
        SCAN,
        DELIVER
    }

    /** Whether the service knows it by the fact's own name and not by the key. */
    boolean named() {
        return !externalId.isEmpty();
    }

    @Override
    public String toString() {
        return kind + " " + key;
    }
}
