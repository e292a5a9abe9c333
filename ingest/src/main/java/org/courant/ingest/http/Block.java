package org.courant.ingest.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses (RFC 4632): those that share the first bits of one. */
final class Block {
    private final byte[] first;
    private final int bits;

    private Block(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    static Block of(String literal, int bits) {
        try {
            return new Block(InetAddress.getByName(literal).getAddress(), bits);
        } catch (UnknownHostException notALiteral) {
            throw new IllegalArgumentException(literal + " is not an address", notALiteral);
        }
    }

    boolean holds(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != first[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || (address[whole] & 0xff) >> (8 - rest) == (first[whole] & 0xff) >> (8 - rest);
    }
}
