import { verifyIpAddress } from '../../../../nodes/Detrack/trigger/verify';

const THREE = '44.236.78.196, 44.228.138.42, 52.13.202.33';

it.each<[string, unknown, string | undefined]>([
	['one of several', THREE, '52.13.202.33'],
	['one that comes as IPv6', THREE, '::ffff:44.236.78.196'],
	['one with the port that a proxy adds', THREE, '44.236.78.196:51234'],
	['one that was entered as IPv6', '::FFFF:44.236.78.196', '44.236.78.196'],
	['one on a line of its own', '10.0.0.1\n44.236.78.196;', '44.236.78.196'],
	['an IPv6 address in capitals', '2001:DB8::1', '2001:db8::1'],
	['any, where the option is not set', undefined, '203.0.113.9'],
	['any, where the option is empty', ' , ', '203.0.113.9'],
	['an unknown one, where the option is not set', undefined, undefined],
])('lets pass %s', (_what, allowed, ip) => {
	expect(verifyIpAddress(allowed, ip)).toEqual({ accepted: true });
});

it.each<[string, unknown, string | undefined, string]>([
	['another IP address', THREE, '203.0.113.9', '203.0.113.9'],
	['one that begins alike', THREE, '44.236.78.19', '44.236.78.19'],
	['one that continues', THREE, '44.236.78.1960', '44.236.78.1960'],
	['an unknown one', THREE, undefined, 'an unknown address'],
	['everybody, where the option holds none', 'app.detrack.com', '44.236.78.196', '44.236.78.196'],
])('refuses %s, and says what that may depend on', (_what, allowed, ip, from) => {
	expect(verifyIpAddress(allowed, ip)).toEqual({
		accepted: false,
		reason: `it came from ${from}, which is not among the allowed IP addresses. Behind a proxy, n8n's setting N8N_PROXY_HOPS decides which address it sees`,
	});
});
