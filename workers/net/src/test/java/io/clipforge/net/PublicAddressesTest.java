package io.clipforge.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255", // this network
                "10.0.0.0",
                "10.255.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.168.0.0",
                "192.168.255.255", // private
                "100.64.0.0",
                "100.127.255.255", // carrier-grade NAT
                "127.0.0.0",
                "127.0.0.1",
                "127.255.255.255", // loopback
                "168.63.129.16", // Azure's host
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255", // link-local
                "192.0.0.0",
                "192.0.0.192",
                "192.0.0.255", // protocol assignments
                "192.0.2.0",
                "198.51.100.255",
                "203.0.113.7", // documentation
                "192.88.99.1", // 6to4 relay
                "198.18.0.0",
                "198.19.255.255", // benchmarking
                "224.0.0.0",
                "239.255.255.255", // multicast
                "240.0.0.0",
                "255.255.255.255", // reserved
                "::",
                "::1",
                "::7f00:1",
                "::808:808", // unspecified, loopback, IPv4-compatible
                "64:ff9b::808:808",
                "64:ff9b::a00:1",
                "64:ff9b:1::a00:1", // NAT64
                "100::1", // discard
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:10::1",
                "2001:1ff::",
                "2001:db8::1",
                "3fff::1",
                "3fff:fff:ffff::", // documentation
                "2002:a00:1::",
                "2002:808:808::1", // 6to4
                "5f00::1", // segment routing
                "fc00::1",
                "fd00:ec2::254",
                "fdff::", // unique local
                "fe80::1",
                "febf::1",
                "fec0::1",
                "feff::1", // link-local, site-local
                "ff02::1",
                "ff0e::1" // multicast
            })
    void thisAddressIsNotPublic(String literal) {
        assertFalse(PublicAddresses.contains(InetAddress.ofLiteral(literal)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "192.0.3.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "203.0.114.0",
                "223.255.255.255",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2001:db7:ffff::",
                "2001:db9::",
                "2003::1",
                "2606:4700:4700::1111",
                "3ffe::1",
                "3fff:1000::"
            })
    void thisAddressIsPublic(String literal) {
        assertTrue(PublicAddresses.contains(InetAddress.ofLiteral(literal)));
    }

    @Test
    void aMappedAddressIsJudgedByTheAddressItCarries() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        mapped[12] = 10;
        InetAddress address = InetAddress.getByAddress(mapped);
        assertEquals("10.0.0.0", address.getHostAddress());
        assertFalse(PublicAddresses.contains(address));
    }
}
