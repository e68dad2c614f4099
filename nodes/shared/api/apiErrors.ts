import { NodeApiError, UserError } from 'n8n-workflow';

import { isRecord, textOrNull } from '../basic/values';
import { LONGEST_ANSWER } from './limits';
import { isWebPage, vendorText } from './vendorText';

/** What happened and what to do, as sentences. */
export interface Explanation {
	message: string;
	description: string;
}

/** A message as a sentence among others. One that ends with a vendor's words may have its full stop. */
export function sentence(message: string): string {
	return `${message.replace(/\.$/, '')}.`;
}

/** Both sentences, for where only one text is shown. */
export function inOneText({ message, description }: Explanation): string {
	return `${sentence(message)} ${description}`.trimEnd();
}

/** How to speak of a vendor, and what to do about what it complains of. */
export interface VendorWords {
	name: string;
	/** What proves a request, such as `access token`; without it, `API key`. */
	keyName?: string;
	/** What to check when the key is refused. */
	keyHint: string;
	/** The same with another server, where that is known. */
	otherServerKeyHint?: string;
	/** What to do with 403, where the vendor documents it as a key with too few rights. */
	rightsHint?: string;
	/** What to check when the address is wrong; that of another server is known, see `serverOf`. */
	urlHint: string;
	/** How the base URL of another server must end, such as `in /api/v2`. */
	baseUrlEnd?: string;
	/** What to do with 404, where the path itself may be another one. */
	pathHint?: string;
	/** Advice for what the vendor complains of, by words in its answer; the first that fits counts. */
	advice: ReadonlyArray<{ about: RegExp; hint: string }>;
	/**
	 * What happened and what to do where the answer itself tells, or where its status means something
	 * else with this vendor.
	 */
	explain?(body: unknown, about: About, status: number): Explanation | undefined;
	/** Whether something in a good answer is the object that was asked for, so that it is a success. */
	isObject?(value: unknown): boolean;
	/** Whether a good answer is a complaint in a form of the vendor's own. */
	complains?(body: unknown): boolean;
	/** What the vendor complains of, where the plain words of its answer read badly. */
	complaintIn?(body: unknown): string | null;
}

/** What a request was about. */
export interface About {
	/** What is asked for, for the sentence when it is not found. */
	wanted?: string;
	/** What is sent, for the sentence when it is not accepted. */
	subject?: string;
}

interface Connection {
	vendor: VendorWords;
	baseUrl: string;
	timeoutSeconds: number;
}

interface Answer {
	status: number;
	body: unknown;
	retryAfter: string | null;
	waited?: number;
}

/**
 * Words an answer that is no success. The vendor's own text is always told, and once, as n8n shows both
 * sentences: in the message where it is what happened, else behind what to do.
 */
export function explainStatus(
	{ vendor, baseUrl }: Connection,
	{ status, body, retryAfter, waited = 0 }: Answer,
	{ wanted, subject = 'this request' }: About = {},
): Explanation {
	const { name, keyName = 'API key' } = vendor;
	const complaint = vendor.complaintIn?.(body) ?? vendorText(body);
	const reason = complaint === null ? `${name} gives no reason.` : `${name} says: ${complaint}`;
	const explained = (message: string, hint: string): Explanation => ({
		message,
		description: `${hint} ${reason} (HTTP status ${status})`,
	});

	const own = vendor.explain?.(body, { wanted, subject }, status);
	if (own !== undefined) return explained(own.message, own.description);
	if (status === 404 && wanted !== undefined) {
		return explained(
			`${name} has no ${wanted}`,
			withHint(`It may have been deleted, or belong to another ${keyName}.`, vendor.pathHint),
		);
	}
	if (status < 300 && isWebPage(body)) {
		return explained(
			`${name} answered with a web page instead of data`,
			`A proxy or a log-in page may stand between n8n and ${baseUrl}; ${vendor.urlHint}.`,
		);
	}
	const refusal = explainRefusal(vendor, status, { baseUrl, retryAfter, waited });
	if (refusal !== null) return explained(refusal.message, refusal.description);
	const advice = adviceOn(vendor, complaint);
	const message = `${name} did not accept ${subject}`;
	if (complaint === null) return explained(message, advice);
	// A workflow that goes on gets the message alone.
	return {
		message: `${message}: ${complaint}`,
		description: `${advice} (HTTP status ${status})`,
	};
}

/** What is known of a refused request beside its status. */
interface Refused {
	baseUrl?: string;
	retryAfter?: string | null;
	waited?: number;
}

/** Words a status that is about no value of what was sent; `null` for any other. */
export function explainRefusal(
	vendor: VendorWords,
	status: number,
	{ baseUrl, retryAfter = null, waited = 0 }: Refused = {},
): Explanation | null {
	const { name, keyName = 'API key' } = vendor;
	if (status === 403 && vendor.rightsHint !== undefined) {
		return {
			message: `${name} does not allow this with the ${keyName}`,
			description: vendor.rightsHint,
		};
	}
	if (status === 401 || status === 403) {
		return { message: `${name} does not accept the ${keyName}`, description: vendor.keyHint };
	}
	if (status === 404 || (status >= 300 && status < 400)) {
		return {
			message: `${name} does not know this address; ${vendor.urlHint}`,
			description:
				baseUrl === undefined ? '' : withHint(`The address was at ${baseUrl}.`, vendor.pathHint),
		};
	}
	if (status === 413) {
		return {
			message: `${name} says that too much was sent at once`,
			description: 'Send less at once; with Create Many, use a smaller batch size.',
		};
	}
	if (status === 429) {
		const already =
			waited === 0 ? '' : ` Options → Wait When Busy was used up after ${waited} seconds.`;
		return {
			message: `${name} is getting too many requests`,
			description: `Try again ${whenTold(retryAfter)}.${already}`,
		};
	}
	if (status >= 500) {
		return {
			message: `${name} is not able to answer right now`,
			description: 'Whether it did what was asked is not known. Try again later.',
		};
	}
	return null;
}

function withHint(sentence: string, hint: string | undefined): string {
	return hint === undefined ? sentence : `${sentence} ${hint}`;
}

/** `Retry-After` in words: a number of seconds, or a date; what is neither tells nothing. */
function whenTold(retryAfter: string | null): string {
	const seconds = Math.ceil(Number(retryAfter ?? NaN));
	if (seconds === 1) return 'in a second';
	if (seconds > 1 && seconds < Infinity) return `in ${seconds} seconds`;
	const isDate = Number.isNaN(seconds) && !Number.isNaN(Date.parse(retryAfter ?? ''));
	return isDate ? `after ${retryAfter}` : 'in a minute';
}

function adviceOn(vendor: VendorWords, complaint: string | null): string {
	const fitting = vendor.advice.find(({ about }) => about.test(complaint ?? ''));
	return fitting?.hint ?? 'Check the values of this item.';
}

/** Words a request that got no answer. */
export function explainFailure(
	{ vendor, baseUrl, timeoutSeconds }: Connection,
	error: unknown,
): Explanation {
	const { name } = vendor;
	const code = codeOf(error);
	const unsure = 'Whether it did what was asked is not known.';
	if (/TIMEDOUT|ECONNABORTED|ERR_CANCELED/.test(code)) {
		return {
			message: `${name} did not answer within ${timeoutSeconds} seconds`,
			description: `${unsure} Try again, or allow more time under Options → Timeout.`,
		};
	}
	if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(code)) {
		return {
			message: `${name} cannot be reached; ${vendor.urlHint}`,
			description: `There is no way from n8n to ${baseUrl}. Check the connection and any proxy.`,
		};
	}
	if (code === 'EFBIG') {
		return {
			message: `The answer of ${name} is larger than ${LONGEST_ANSWER / 1_000_000} MB`,
			description: `No answer of ${name} is that large, so it was not read to its end. ${unsure} Check what answers at ${baseUrl}.`,
		};
	}
	if (/CERT|SSL|TLS|SIGN/.test(code)) {
		return {
			message: `The connection to ${name} is not safe, so nothing was sent`,
			description: `The certificate of ${baseUrl} is not accepted. Check the address and any proxy.`,
		};
	}
	return {
		message: `The connection to ${name} broke before an answer came`,
		description: `${unsure} Try again, and look the result up in ${name} if it must not happen twice.`,
	};
}

/** The code of a network error, which n8n's helper wraps once or twice. */
function codeOf(error: unknown, depth = 0): string {
	if (!isRecord(error) || depth > 3) return '';
	if (typeof error.code === 'string') return error.code;
	return codeOf(error.cause ?? error.reason ?? error.error, depth + 1);
}

/**
 * The error of a credential that cannot be used, or not be renewed. n8n's test of a credential shows the
 * message alone, so it holds both sentences. For the nodes they stand beside it as plain values: a
 * credential and a node are bundled apart, so no class of this package is the same in both.
 */
export function credentialError(explanation: Explanation): UserError {
	return new UserError(inOneText(explanation), { extra: { ...explanation } });
}

/** What a credential says of itself, where that is what n8n's request helper failed with. */
export function explainCredential(error: unknown): Explanation | undefined {
	if (!(error instanceof NodeApiError) || !(error.cause instanceof UserError)) return undefined;
	const { message, extra = {} } = error.cause;
	return {
		message: textOrNull(extra.message) ?? message,
		description: textOrNull(extra.description) ?? '',
	};
}
