package vn.tthc.postal.carrierorders;

import vn.tthc.platform.web.HttpProblem;

/** Why nothing is done about an order. */
enum OrderProblem implements HttpProblem {
    CARRIER_ORDER_NOT_PARKED;

    @Override
    public int status() {
        return REFUSED;
    }

    @Override
    public String vietnamese() {
        return "Đơn này không chờ người xử lý.";
    }

    @Override
    public String english() {
        return "That order does not wait for a person.";
    }
}
