import type { ICredentialTestRequest } from 'n8n-workflow';

import { type Explanation, explainRefusal, inOneText, type VendorWords } from './apiErrors';
import { baseUrlHint } from './baseUrl';

/**
 * How n8n's test of a credential asks: it follows no redirect, which would take the key elsewhere, and
 * gets the answer as text. With a list that is empty, n8n would fail to look at the rules.
 */
export const TEST_REQUEST = { disableFollowRedirect: true, encoding: 'text' } as const;

type Rules = NonNullable<ICredentialTestRequest['rules']>;

const REDIRECTS = [301, 302, 303, 307, 308];

/** The other statuses that services, and what stands in front of them, answer with. */
const REFUSALS = [400, 401, 403, 404, 405, 410, 422, 429];
const FAILURES = [500, 501, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 530];

/** Where a web page may begin: blanks come before its first sign. No JSON of a service has that sign so early. */
const FIRST_CHARACTERS = 5;

/** What other text begins with; an answer of a service is an object or a list. */
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => [
	letter,
	letter.toUpperCase(),
]).flat();

/**
 * Rules by which n8n's test of a credential speaks in the sentences of the nodes, and takes no redirect,
 * no log-in page and no other text for a success. Where there is no answer at all, n8n shows its code.
 *
 * @param own sentences for statuses that mean something else in the test
 */
export function testRules(
	vendor: VendorWords,
	own: Readonly<Record<number, Explanation>> = {},
): Rules {
	const { name } = vendor;
	// Rules do not know the credential that is tested.
	const urlHint = `${vendor.urlHint}; with "Use Another Server" on, ${baseUrlHint(vendor)}`;
	const elsewhere = `${name} was not reached: this address leads elsewhere; ${urlHint}.`;
	const page = `${name} answered with a web page instead of data. A proxy or a log-in page may stand in between; ${urlHint}.`;
	const text = `Something else than ${name} answered; ${urlHint}.`;
	const statuses = [
		...REDIRECTS.map((value) => ({ value, message: elsewhere })),
		...[...REFUSALS, ...FAILURES].map((value) => ({
			value,
			message: inOneText(own[value] ?? explainTested({ ...vendor, urlHint }, value)),
		})),
	];
	const bodies = [
		...Array.from({ length: FIRST_CHARACTERS }, (_value, at) => ({
			key: String(at),
			value: '<',
			message: page,
		})),
		...LETTERS.map((value) => ({ key: '0', value, message: text })),
	];
	const rules = [
		...statuses.map((properties) => ({ type: 'responseCode' as const, properties })),
		...bodies.map((properties) => ({ type: 'responseSuccessBody' as const, properties })),
	];
	// n8n reads rules of both kinds in one list, which its type does not say.
	return rules as Rules;
}

/** What a status of the test means: it sends nothing but the key, so that nothing else can be wrong. */
function explainTested(vendor: VendorWords, status: number): Explanation {
	const refusal = explainRefusal(vendor, [405, 410].includes(status) ? 404 : status);
	if (refusal === null) {
		return {
			message: `${vendor.name} did not accept this request`,
			description: vendor.keyHint,
		};
	}
	return status >= 500 ? { ...refusal, description: 'Try again later.' } : refusal;
}
