package io.clipforge.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public internet.
 *
 * <p>Source: the IANA special-purpose address registries for IPv4 and IPv6. IPv6 is turned round:
 * only global unicast ({@code 2000::/3}) counts, so that loopback, unique local, link-local,
 * site-local, multicast, IPv4-mapped and -compatible and NAT64 addresses fall outside by
 * themselves.
 */
public final class PublicAddresses {
    private static final List<Block> NOT_PUBLIC_4 =
            List.of(
                    Block.of("0.0.0.0", 8), // this network, unspecified
                    Block.of("10.0.0.0", 8), // private
                    Block.of("100.64.0.0", 10), // carrier-grade NAT
                    Block.of("127.0.0.0", 8), // loopback
                    Block.of("168.63.129.16", 32), // Azure's host, reached from inside each VM
                    Block.of("169.254.0.0", 16), // link-local, cloud metadata
                    Block.of("172.16.0.0", 12), // private
                    Block.of("192.0.0.0", 24), // protocol assignments, Oracle's metadata
                    Block.of("192.0.2.0", 24), // documentation
                    Block.of("192.88.99.0", 24), // 6to4 relay
                    Block.of("192.168.0.0", 16), // private
                    Block.of("198.18.0.0", 15), // benchmarking
                    Block.of("198.51.100.0", 24), // documentation
                    Block.of("203.0.113.0", 24), // documentation
                    Block.of("224.0.0.0", 4), // multicast
                    Block.of("240.0.0.0", 4)); // reserved, broadcast

    private static final Block GLOBAL_UNICAST_6 = Block.of("2000::", 3);

    private static final List<Block> NOT_PUBLIC_6 =
            List.of(
                    Block.of("2001::", 23), // protocol assignments, Teredo, ORCHID, benchmarking
                    Block.of("2001:db8::", 32), // documentation
                    Block.of("2002::", 16), // 6to4, which can carry any IPv4 address
                    Block.of("3fff::", 20)); // documentation

    private PublicAddresses() {}

    /** Whether a packet to this address leaves for the public internet. */
    public static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_4.stream().noneMatch(block -> block.contains(bytes));
        }
        return GLOBAL_UNICAST_6.contains(bytes)
                && NOT_PUBLIC_6.stream().noneMatch(block -> block.contains(bytes));
    }

    private static final class Block {
        private final byte[] network;
        private final int bits;

        private Block(byte[] network, int bits) {
            this.network = network;
            this.bits = bits;
        }

        static Block of(String network, int bits) {
            return new Block(InetAddress.ofLiteral(network).getAddress(), bits);
        }

        boolean contains(byte[] address) {
            int whole = bits / 8;
            int shift = 8 - bits % 8;
            return Arrays.equals(network, 0, whole, address, 0, whole)
                    && (shift == 8 || (network[whole] ^ address[whole]) >> shift == 0);
        }
    }
}
