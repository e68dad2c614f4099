import { isoTime } from '../../shared/event/isoTimes';
import type { WebhookCall } from '../../shared/trigger/verification';
import type { CallContext } from '../../shared/trigger/webhookVendor';
import { isSecretName } from '../api/secretNames';
import { isTagParameter } from '../event/urlTags';
import { wordsIn } from '../event/words';

/**
 * Headers of the call itself, and of servers on its way. RoutiGo says that it tells something in
 * headers, but not under which names (docs/vendors.md#routigo-notifications), so that all others count.
 */
const OF_THE_WAY = [
	/^(host|connection|keep-alive|te|trailer|transfer-encoding|expect|http2-settings|user-agent)$/,
	/^(origin|referer|pragma|cache-control|range|max-forwards|priority|dnt|save-data|early-data)$/,
	/^(accept|content|upgrade|if|sec|proxy)(-|$)/,
	/^(via|forwarded|client-ip|true-client-ip|cdn-loop|disguised-host|was-default-hostname)$/,
	/^(traceparent|tracestate|baggage|b3|sentry-trace|uber-trace-id|front-end-https)$/,
	/^(cf|cloudfront|fastly|fly|ngrok|akamai|incap|tailscale|newrelic|elastic-apm|ssl)-/,
	/^x-(forwarded|amzn?|amz|aws|azure|arr|appengine|envoy|b3|cloud-trace|goog|google|gfe)(-|$)/,
	/^x-(vercel|nf|railway|render|heroku|ngrok|akamai|edge|sucuri|varnish|datadog|newrelic)(-|$)/,
	/^x-(request-id|request-start|queue-start|real-ip|client-ip|client-port|cluster-client-ip)$/,
	/^x-(remote-(ip|addr|user)|original-(for|host|method|proto|uri|url)|originating-ip)$/,
	/^x-(scheme|host|https|proxy.*|proxied.*|ssl.*|tls.*|waws.*|site-deployment-id)$/,
];

/** A value that proves something, under whichever name. */
const PROOF = /^(bearer|basic|digest|negotiate) +\S/i;

/**
 * What a call tells beside its body: the query parameters and headers of the user and of RoutiGo. Not
 * our tags, nothing that may be a secret, and nothing of the way.
 *
 * @param extraHeaders names of headers that the user has registered; they are told, even if a server
 * on the way might have such a one
 * @returns names of headers in lower case, as Node.js gives them
 */
export function contextOf(
	query: Record<string, unknown>,
	headers: WebhookCall['headers'],
	extraHeaders: readonly string[],
): CallContext {
	const extra = new Set(extraHeaders.map((name) => name.toLowerCase()));
	const named = Object.entries(headers).map(
		([name, value]) => [name.toLowerCase(), value] as const,
	);
	return {
		query: Object.fromEntries(
			Object.entries(query).filter((pair) => !isTagParameter(pair[0]) && isHarmless(pair)),
		),
		headers: Object.fromEntries(
			named.filter((pair) => (extra.has(pair[0]) || !isOfTheWay(pair[0])) && isHarmless(pair)),
		),
	};
}

function isOfTheWay(name: string): boolean {
	return OF_THE_WAY.some((pattern) => pattern.test(name));
}

function isHarmless([name, value]: readonly [string, unknown]): boolean {
	if (value === undefined || isSecretName(name)) return false;
	const values: unknown[] = Array.isArray(value) ? value : [value];
	return !values.some((each) => typeof each === 'string' && PROOF.test(each.trim()));
}

/** In a name with such a word the time is one of something else. */
const OF_ELSE =
	/^(response|run|processing|elapsed|duration|retry|attempt|expir.*|delivery|planned|scheduled|start|end|eta|window|arrival|queue|zone|build|release|birth)$/;

/** The kinds of names under which a time may stand, the likeliest first. */
const TIMES: ReadonlyArray<(words: readonly string[]) => boolean> = [
	(words) => words.some((word) => /^(event|occurred|happened)/.test(word)),
	(words) => /timestamp|time stamp/.test(words.join(' ')),
	(words) => words.some((word) => /time$/.test(word)),
	(words) => words.length > 1,
	() => true,
];

/**
 * The time that a header tells, in ISO 8601. RoutiGo documents that there is one, but not its name.
 *
 * @param headers from `contextOf`
 * @param extraHeaders those of the user are always the same
 */
export function timeIn(
	headers: Record<string, unknown>,
	extraHeaders: readonly string[],
): string | null {
	const extra = new Set(extraHeaders.map((name) => name.toLowerCase()));
	const told = Object.entries(headers)
		.filter(([name]) => !extra.has(name))
		.map(([name, value]) => ({ words: wordsIn(name), time: isoTime(firstOf(value)) }))
		.filter(({ words, time }) => time !== null && namesTime(words));
	const best = TIMES.map((fits) => told.find(({ words }) => fits(words)));
	return best.find((each) => each !== undefined)?.time ?? null;
}

function firstOf(value: unknown): unknown {
	return Array.isArray(value) ? value[0] : value;
}

function namesTime(words: readonly string[]): boolean {
	const isTime = words.some((word) => /^(date|event|occurred)?(time(stamp)?|date|at)$/.test(word));
	return isTime && !words.some((word) => OF_ELSE.test(word));
}
