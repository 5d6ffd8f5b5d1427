package vn.tthc.contracts.postal;

/**
 * Fees the post took for the agency.
 *
 * @param amountVnd how much, in đồng
 * @param receipt number of the receipt the citizen got
 */
public record FeeReceipt(long amountVnd, String receipt) {}
