package vn.tthc.postal.reference;

/**
 * Where a point lies on a mail route (đường thư).
 *
 * @param route the route
 * @param centre the point it starts from
 * @param stop its place on the route, from 1
 * @param point the point
 */
public record Route(String route, String centre, int stop, String point) {}
