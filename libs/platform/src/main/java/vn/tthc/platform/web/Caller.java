package vn.tthc.platform.web;

import vn.tthc.contracts.Actor;

/**
 * Who sent a request.
 *
 * @param actor as it is recorded with what follows from the request
 */
public record Caller(Actor actor) {}
