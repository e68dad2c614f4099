/** The parts of an HTTP call that may tell who sent it, as plain data. */
export interface WebhookCall {
	headers: Record<string, string | string[] | undefined>;
	query: Record<string, unknown>;
	/** The parsed body; text that could not be parsed stays text. */
	body: unknown;
	rawBody?: Buffer;
	/** The caller's IP address, as n8n sees it behind the proxies that it was told of. */
	ip?: string;
}

/**
 * A verdict, with the reason of a refusal for the log. Where a vendor gives each webhook a proof of its
 * own, `proven` names the webhook whose proof it was, by the query parameters that it was registered
 * with. Nothing else that a call says of that is believed.
 */
export type Verification =
	{ accepted: true; proven?: Record<string, string> } | { accepted: false; reason: string };

export const ACCEPTED: Verification = { accepted: true };

/** @param reason as the end of a sentence, for the log of n8n; it must not hold a secret */
export function refused(reason: string): Verification {
	return { accepted: false, reason };
}

/**
 * All values of a header, whatever its capitals. Node.js gives one under a name in lower case, and
 * joins repeated headers by commas; other servers in front of n8n may not.
 */
export function headerValues(headers: WebhookCall['headers'], name: string): string[] {
	return Object.entries(headers)
		.filter(([given]) => given.toLowerCase() === name.toLowerCase())
		.flatMap(([, value]) => value ?? []);
}

/**
 * Verifies a call by a header. One that came more than once is refused: n8n and what stands in front
 * of it could otherwise each look at another of the values.
 *
 * @param name as the reason of a refusal writes it
 * @param verify gets the value, empty where the header is missing
 */
export function verifyHeader(
	{ headers }: WebhookCall,
	name: string,
	verify: (value: string) => Verification,
): Verification {
	const [value = '', ...more] = headerValues(headers, name);
	return more.length > 0 ? refused(`the header "${name}" came more than once`) : verify(value);
}
