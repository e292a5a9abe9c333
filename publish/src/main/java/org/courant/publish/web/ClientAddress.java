package org.courant.publish.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Whom a request comes from.
 *
 * @param header in which a proxy tells it; only its last value counts, since a client can write the others itself
 */
record ClientAddress(Optional<String> header) {
    private static final int GROUPS_OF_NETWORK = 4;

    String of(HttpServletRequest request) {
        String address = header.map(request::getHeader)
                .map(value -> value.substring(value.lastIndexOf(',') + 1).strip())
                .filter(value -> !value.isEmpty() && value.length() < 64)
                .orElseGet(request::getRemoteAddr);
        return address.contains(":") ? network(address) : address;
    }

    /** The first 64 bits of an IPv6 address: whoever has one address has all of its network. */
    private static String network(String address) {
        String[] groups = address.replaceAll("^\\[|\\].*$", "").split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < groups.length && i < GROUPS_OF_NETWORK && !(i > 0 && groups[i].isEmpty()); i++) {
            network.append(groups[i]).append(':');
        }
        return network.append(":/64").toString();
    }
}
