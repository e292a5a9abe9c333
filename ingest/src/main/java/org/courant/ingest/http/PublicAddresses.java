package org.courant.ingest.http;

import java.net.InetAddress;
import java.util.List;

/**
 * Tells public addresses from all others, by the IANA registries of special-purpose addresses (RFC 6890) and with the
 * IPv4 addresses that some IPv6 addresses carry inside.
 */
final class PublicAddresses {
    private static final List<Block> SPECIAL_V4 = List.of(
            Block.of("0.0.0.0", 8), // this network
            Block.of("10.0.0.0", 8), // private, RFC 1918
            Block.of("100.64.0.0", 10), // shared by carriers, RFC 6598
            Block.of("127.0.0.0", 8), // loopback
            Block.of("169.254.0.0", 16), // link-local, and clouds' metadata services
            Block.of("172.16.0.0", 12), // private, RFC 1918
            Block.of("192.0.0.0", 24), // protocol assignments, RFC 6890
            Block.of("192.0.2.0", 24), // documentation, RFC 5737
            Block.of("192.88.99.0", 24), // relays to 6to4, RFC 7526
            Block.of("192.168.0.0", 16), // private, RFC 1918
            Block.of("198.18.0.0", 15), // benchmarks, RFC 2544
            Block.of("198.51.100.0", 24), // documentation
            Block.of("203.0.113.0", 24), // documentation
            Block.of("224.0.0.0", 4), // multicast
            Block.of("240.0.0.0", 4)); // reserved, and broadcast
    private static final Block GLOBAL_V6 = Block.of("2000::", 3);
    private static final List<Block> SPECIAL_V6 = List.of(
            Block.of("2001::", 23), // protocol assignments, Teredo among them
            Block.of("2001:db8::", 32), // documentation, RFC 3849
            Block.of("2002::", 16), // 6to4: any IPv4 address in disguise, RFC 7526 retires it
            Block.of("3fff::", 20)); // documentation, RFC 9637
    private static final Block NAT64 = Block.of("64:ff9b::", 96);

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    private static boolean contains(byte[] address) {
        if (address.length == 4) {
            return SPECIAL_V4.stream().noneMatch(block -> block.holds(address));
        }
        if (NAT64.holds(address)) {
            return contains(new byte[] {address[12], address[13], address[14], address[15]});
        }
        return GLOBAL_V6.holds(address) && SPECIAL_V6.stream().noneMatch(block -> block.holds(address));
    }
}
