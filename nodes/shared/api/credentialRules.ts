import type { ICredentialTestRequest } from 'n8n-workflow';

/**
 * How n8n's test of a credential asks: it follows no redirect, which would take the key elsewhere, and
 * gets the answer as text. With a list that is empty, n8n would fail to look at the rules.
 */
export const TEST_REQUEST = { disableFollowRedirect: true, encoding: 'text' } as const;

type Rules = NonNullable<ICredentialTestRequest['rules']>;

const REDIRECTS = [301, 302, 303, 307, 308];

/** Where a web page may begin: blanks come before its first sign. No JSON of a service has that sign so early. */
const FIRST_CHARACTERS = 5;

/**
 * Rules by which n8n's test of a credential takes no redirect and no log-in page for a success.
 *
 * @param refusals sentences for further statuses
 */
export function noPageRules(
	vendorName: string,
	refusals: Readonly<Record<number, string>> = {},
): Rules {
	const elsewhere = `${vendorName} was not reached: this base URL leads elsewhere. Check it in the credential.`;
	const page = `A web page answered instead of ${vendorName}, such as that of a proxy or a log-in. Check the base URL in the credential.`;
	const statuses = [
		...Object.entries(refusals).map(([value, message]) => ({ value: Number(value), message })),
		...REDIRECTS.map((value) => ({ value, message: elsewhere })),
	];
	const rules = [
		...statuses.map((properties) => ({ type: 'responseCode' as const, properties })),
		...Array.from({ length: FIRST_CHARACTERS }, (_value, at) => ({
			type: 'responseSuccessBody' as const,
			properties: { key: String(at), value: '<', message: page },
		})),
	];
	// n8n reads rules of both kinds in one list, which its type does not say.
	return rules as Rules;
}
