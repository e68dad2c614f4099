/** What a sentence names of a URL. */
interface Place {
	/** With the port, such as `127.0.0.1:5678`. */
	host: string;
	hostname: string;
}

type Sentence = (place: Place) => string;

const MISSED =
	'Once it runs, a workflow that asks for changes gets the event all the same, and RoutiGo repeats its calls. In any other case, send it again.';

/** By the system's codes, or parts of them. */
const SENTENCES: ReadonlyArray<readonly [RegExp, Sentence]> = [
	[
		/ECONNREFUSED/,
		({ host }) => `n8n cannot be reached at ${host}: it is stopped or still starting. ${MISSED}`,
	],
	[
		/ETIMEDOUT|ECONNABORTED|No answer within/,
		({ host }) =>
			`n8n gave no answer in time at ${host}. It may be busy or just starting: look whether it runs, and send the event again.`,
	],
	[
		/ECONNRESET|EPIPE|socket hang up/,
		({ host }) =>
			`n8n cut the connection at ${host} before it answered, as when it is stopped. ${MISSED}`,
	],
	[
		/ENOTFOUND/,
		({ hostname }) =>
			`No computer with the name “${hostname}” is known. Copy the address from n8n again.`,
	],
	[
		/EAI_AGAIN/,
		({ hostname }) =>
			`The name “${hostname}” could not be looked up. Check the address, and this computer's connection to the network.`,
	],
	[
		/EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|EINVAL/,
		({ host }) =>
			`There is no way through the network to ${host}. Check the address, and whether that computer is on.`,
	],
	[
		/EPROTO|ERR_SSL/,
		({ host }) =>
			`What answers at ${host} does not speak https. Try the address with http:// in front.`,
	],
	[
		/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/,
		({ host }) => `The certificate of ${host} is not trusted here, so nothing was sent.`,
	],
	[/HPE_/, ({ host }) => `What answers at ${host} is not n8n. Check the port in the address.`],
	[
		/ERR_CANCELED|^Cancelled/,
		() => 'It was given up, because the sandbox was started over or closed.',
	],
];

/** Why no answer came, and what to do, for a dispatcher. */
export function whyNoAnswer(error: string | null, url: string): string {
	const { host, hostname } = URL.canParse(url) ? new URL(url) : { host: url, hostname: url };
	const place = { host: shortened(host), hostname: shortened(hostname) };
	const known = SENTENCES.find(([codes]) => codes.test(error ?? ''));
	return known
		? known[1](place)
		: `The event could not be delivered to ${place.host}. Check the address.`;
}

const LONGEST = 60;

/** A sentence has to be read; the address stands beside it, whole. */
function shortened(name: string): string {
	return name.length > LONGEST ? `${name.slice(0, 30)}…${name.slice(-29)}` : name;
}
