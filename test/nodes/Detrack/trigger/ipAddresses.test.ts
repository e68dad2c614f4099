import { allowedIpsFlaw } from '../../../../nodes/Detrack/trigger/allowedIps';
import { verifyIpAddress } from '../../../../nodes/Detrack/trigger/verify';

const THREE = '44.236.78.196, 44.228.138.42, 52.13.202.33';

it.each<[string, unknown, string | undefined]>([
	['one of several', THREE, '52.13.202.33'],
	['one that comes as IPv6', THREE, '::ffff:44.236.78.196'],
	['one with the port that a proxy adds', THREE, '44.236.78.196:51234'],
	['one that was entered as IPv6', '::FFFF:44.236.78.196', '44.236.78.196'],
	['one on a line of its own', '10.0.0.1\n44.236.78.196;', '44.236.78.196'],
	['an IPv6 address in capitals', '2001:DB8::1', '2001:db8::1'],
	['one of a range', '44.236.78.192/27', '44.236.78.196'],
	['one of a range that does not begin where it is written', '44.236.78.200/27', '44.236.78.223'],
	['one of a range that comes as IPv6', '44.236.78.192/27', '::ffff:44.236.78.196'],
	['one of a range that comes as IPv6 in hexadecimal', '44.236.78.192/27', '::ffff:2cec:4ec4'],
	['one of a range with the port that a proxy adds', '10.0.0.0/8', '10.255.0.1:51234'],
	['one of a range in the form of IPv6', '::ffff:44.236.78.192/123', '44.236.78.196'],
	['one of the second range', '10.0.0.0/8 172.16.0.0/12', '172.31.255.255'],
	['the only one of a range', '44.236.78.196/32', '44.236.78.196'],
	['every one of IPv4', '0.0.0.0/0', '203.0.113.9'],
	['one of a range of IPv6', '2001:db8:aa00::/40', '2001:DB8:aaff:0:0:1::'],
	['one with a port of a range of IPv6', '2001:db8::/32', '[2001:db8::1]:51234'],
	['one of the own network', 'fe80::/10', 'fe80::1%eth0'],
	['the same one in another spelling', '2001:0db8:0:0:0:0:0:0001', '2001:db8::1'],
	['one with a zero-width character from a web page', '\u200B44.236.78.196', '44.236.78.196'],
	['any, where the option is not set', undefined, '203.0.113.9'],
	['an unknown one, where the option is not set', undefined, undefined],
])('lets pass %s', (_what, allowed, ip) => {
	expect(verifyIpAddress(allowed, ip)).toEqual({ accepted: true });
});

it.each<[string, unknown, string | undefined, string]>([
	['another IP address', THREE, '203.0.113.9', '203.0.113.9'],
	['one that begins alike', THREE, '44.236.78.19', '44.236.78.19'],
	['one that continues', THREE, '44.236.78.1960', '44.236.78.1960'],
	['an unknown one', THREE, undefined, 'an unknown address'],
	['one below a range', '44.236.78.192/27', '44.236.78.191', '44.236.78.191'],
	['one above a range', '44.236.78.192/27', '44.236.78.224', '44.236.78.224'],
	['one of IPv4 by a range of all of IPv6', '::/0', '203.0.113.9', '203.0.113.9'],
	['one of IPv6 by a range of all of IPv4', '0.0.0.0/0', '2001:db8::1', '2001:db8::1'],
	['one of IPv6 that begins alike', '2001:db8::/32', '2001:db9::1', '2001:db9::1'],
	['everybody, where the range is none', '44.236.78.192/33', '44.236.78.196', '44.236.78.196'],
	['what is no IP address', '0.0.0.0/0', 'proxy', 'proxy'],
	['everybody, where the option is empty', ' , ', '44.236.78.196', '44.236.78.196'],
	['everybody, where the option is null', null, '44.236.78.196', '44.236.78.196'],
	['everybody, where the option holds none', 'app.detrack.com', '44.236.78.196', '44.236.78.196'],
])('refuses %s, and says what that may depend on', (_what, allowed, ip, from) => {
	expect(verifyIpAddress(allowed, ip)).toEqual({
		accepted: false,
		reason: `it came from ${from}, which is not among the allowed IP addresses. Behind a proxy, n8n's setting N8N_PROXY_HOPS decides which address it sees`,
	});
});

it.each([
	THREE,
	'44.236.78.192/27',
	'10.0.0.0/8; 2001:db8::/32\n::1 fe80::1',
	'::ffff:44.236.78.196',
	'1:2:3:4:5:6::8',
])('%j can be published', (allowed) => {
	expect(allowedIpsFlaw(allowed)).toBeNull();
});

it.each([
	['app.detrack.com', 'app.detrack.com'],
	['44.236.78.196, 44.236.78.300', '44.236.78.300'],
	['44.236.78', '44.236.78'],
	['44.236.78.196.1', '44.236.78.196.1'],
	['044.236.78.196', '044.236.78.196'],
	['44.236.78.*', '44.236.78.*'],
	['44.236.78.192-44.236.78.223', '44.236.78.192-44.236.78.223'],
	['44.236.78.192/33', '44.236.78.192/33'],
	['44.236.78.192/', '44.236.78.192/'],
	['44.236.78.192/27/1', '44.236.78.192/27/1'],
	['44.236.78.192 /27', '/27'],
	['44.236.78.192/255.255.255.224', '44.236.78.192/255.255.255.224'],
	['2001:db8::/129', '2001:db8::/129'],
	['2001:db8', '2001:db8'],
	['2001::db8::1', '2001::db8::1'],
	['1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7:8:9'],
	['1:2:3:4:5:6:7:8::', '1:2:3:4:5:6:7:8::'],
	['::12345', '::12345'],
	['::ffff:1.2.3.256', '::ffff:1.2.3.256'],
	['1.2.3.4::', '1.2.3.4::'],
	['[::1', '[::1'],
])('%j cannot be published, because %j is no IP address', (allowed, wrong) => {
	expect(allowedIpsFlaw(allowed)?.message).toBe(
		`"${wrong}" in the option "Allowed IP Addresses" is no IP address`,
	);
});
