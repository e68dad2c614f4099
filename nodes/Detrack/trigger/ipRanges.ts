/**
 * IP addresses and ranges of them in CIDR form. `node:net` knows both, but nodes that n8n Cloud runs may
 * not import it.
 */

/** Addresses whose first bits are alike. */
export interface IpRange {
	/** As a number of 128 bits; IPv4 as IPv6 writes it, `::ffff:1.2.3.4`. */
	address: bigint;
	/** How many bits, from the first. */
	bits: number;
}

const BITS = 128;

/** Where IPv4 addresses begin in those of IPv6, and how many bits all of them have in common. */
const IPV4_BASE = 0xffff_0000_0000n;
const IPV4_PREFIX = 96;

/**
 * @param text an address such as `44.236.78.196`, or a range such as `44.236.78.192/27` or `2001:db8::/32`
 * @returns `null` where it is neither
 */
export function ipRangeOf(text: string): IpRange | null {
	const [address = '', length, ...more] = text.split('/');
	const number = ipNumberOf(address);
	if (number === null || more.length > 0) return null;
	if (length === undefined) return { address: number, bits: BITS };
	const first = /^\d+\./.test(address) ? IPV4_PREFIX : 0;
	const bits = /^\d{1,3}$/.test(length) ? first + Number(length) : NaN;
	return bits <= BITS ? { address: number, bits } : null;
}

/** Whether an address is in a range. IPv4 addresses are in none of IPv6 that is wider than all of them. */
export function isInRange(address: bigint, { address: other, bits }: IpRange): boolean {
	const rest = BigInt(BITS - bits);
	const isWide = bits < IPV4_PREFIX && address >> 32n === IPV4_BASE >> 32n;
	return !isWide && address >> rest === other >> rest;
}

/**
 * An IP address as a number; `null` where it is none. A server that listens for both kinds sees IPv4
 * ones as `::ffff:1.2.3.4`, and some proxies add the port.
 */
export function ipNumberOf(text: string): bigint | null {
	const [, ipv4] = /^([\d.]+)(?::\d{1,5})?$/.exec(text) ?? [];
	if (ipv4 !== undefined) return ipv4Of(ipv4);
	const [, bracketed] = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text) ?? [];
	return ipv6Of(bracketed ?? text);
}

function ipv4Of(text: string): bigint | null {
	const parts = text.split('.');
	const isAddress = parts.length === 4 && parts.every((part) => OCTET.test(part));
	return isAddress ? IPV4_BASE + numberOf(parts, 8n) : null;
}

/** From 0 to 255. A zero before it would mean an octal number to some programs. */
const OCTET = /^(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/;

function ipv6Of(text: string): bigint | null {
	// Which of the computer's own networks it is in, as `%eth0`, is no part of the address.
	const [address = '', ...others] = text.replace(/%\w+$/, '').split('::');
	const [tail, ...more] = others;
	if (more.length > 0) return null;
	const before = groupsOf(address);
	const after = groupsOf(tail ?? '');
	// Written like IPv4 is only the end.
	const isMixed = tail !== undefined && address.includes('.');
	if (before === null || after === null || isMixed) return null;
	const missing = 8 - before.length - after.length;
	if (tail === undefined ? missing !== 0 : missing < 1) return null;
	return numberOf([...before, ...Array<string>(missing).fill('0x0'), ...after], 16n);
}

/** Groups of 16 bits in hexadecimal; the last two may be written as an IPv4 address. */
function groupsOf(text: string): string[] | null {
	if (text === '') return [];
	const groups = text.split(':');
	const last = groups.at(-1) ?? '';
	if (last.includes('.')) {
		const number = ipv4Of(last);
		if (number === null) return null;
		const [high, low] = [(number >> 16n) & 0xffffn, number & 0xffffn];
		groups.splice(-1, 1, high.toString(16), low.toString(16));
	}
	return groups.every((group) => /^[\da-f]{1,4}$/i.test(group))
		? groups.map((group) => `0x${group}`)
		: null;
}

/** Digits of so many bits each as one number. */
function numberOf(digits: readonly string[], bits: bigint): bigint {
	return digits.reduce((number, digit) => (number << bits) + BigInt(digit), 0n);
}
