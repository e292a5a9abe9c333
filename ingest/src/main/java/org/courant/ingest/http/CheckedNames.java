package org.courant.ingest.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a name once and hands out its addresses only if every one of them is public. The connection is made to
 * exactly these addresses, so that a name cannot resolve to another one between the check and the use.
 */
final class CheckedNames implements DnsResolver {
    private final Resolver resolver;

    /** Where addresses come from: the system's resolver, or a test's. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    CheckedNames(Resolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        for (InetAddress address : addresses) {
            if (!PublicAddresses.contains(address)) {
                throw new ForbiddenAddressException(host + " has the address " + address.getHostAddress()
                        + ", which is not public; set allowPrivateAddresses on the source if that is meant");
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
