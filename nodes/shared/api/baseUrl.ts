import {
	type ICredentialDataDecryptedObject,
	type IHttpRequestOptions,
	NodeOperationError,
} from 'n8n-workflow';

import { AROUND, pastedOrNull } from '../basic/pasted';
import type { ApiContext } from './apiClient';
import { credentialError, type Explanation, type VendorWords } from './apiErrors';
import { explainHidden } from './pastedSecrets';

/**
 * Why a base URL that a user entered cannot be one, or `null`: it is no web address, or it holds a query, a
 * fragment, a password, or a character that cannot be seen.
 */
function flawOf(vendorName: string, baseUrl: string): Explanation | null {
	const hidden = explainHidden(`base URL in the ${vendorName} credential`, baseUrl);
	if (hidden !== null || /^https?:\/\/[^/\s?#@]+(\/[^\s?#]*)?$/i.test(baseUrl)) return hidden;
	return {
		message: `The base URL in the ${vendorName} credential is not a web address`,
		description: `It must begin with https://, or with http:// on this computer, and hold only the host and, if any, a path. Switch off "Use Another Server" to use ${vendorName}'s own address.`,
	};
}

/** That another server is switched on and no base URL entered, or `null`. */
export function emptyBaseUrl(
	vendorName: string,
	{ useOtherServer, baseUrl }: ICredentialDataDecryptedObject,
): Explanation | null {
	if (useOtherServer !== true || pastedOrNull(baseUrl) !== null) return null;
	return {
		message: 'Base URL is empty',
		description: `Enter one in the ${vendorName} credential, or switch off "Use Another Server" there to use ${vendorName}'s own address.`,
	};
}

/** What to check when a vendor is not found at the base URL that a user entered. */
export function baseUrlHint({ baseUrlEnd }: VendorWords): string {
	const end = baseUrlEnd === undefined ? '' : `: it must end ${baseUrlEnd}`;
	return `check Base URL in the credential${end}`;
}

/**
 * Where a vendor is asked, and how to speak of it there: at the base URL in its credential, or at its own.
 *
 * @param own the vendor's base URL
 * @throws NodeOperationError when the base URL is empty, though another server is switched on, or cannot
 * be one
 */
export function serverOf(
	context: ApiContext,
	vendor: VendorWords,
	credential: ICredentialDataDecryptedObject,
	own: string,
): { vendor: VendorWords; baseUrl: string } {
	const empty = emptyBaseUrl(vendor.name, credential);
	if (empty !== null) throw new NodeOperationError(context.getNode(), empty.message, empty);
	const entered = pastedOrNull(credential.baseUrl);
	if (entered === null) return { vendor, baseUrl: own };
	return {
		vendor: {
			...vendor,
			keyHint: vendor.otherServerKeyHint ?? vendor.keyHint,
			urlHint: baseUrlHint(vendor),
		},
		baseUrl: checkedBaseUrl(context, vendor.name, entered),
	};
}

/**
 * A base URL that a user entered, without a slash at the end and without what came along unseen around it.
 *
 * @throws NodeOperationError when it cannot be one
 */
export function checkedBaseUrl(context: ApiContext, vendorName: string, given: string): string {
	const baseUrl = pastedOrNull(given) ?? '';
	const flaw = flawOf(vendorName, baseUrl);
	if (flaw !== null) throw new NodeOperationError(context.getNode(), flaw.message, flaw);
	return baseUrl.replace(/(?<!\/)\/+$/, '');
}

/**
 * Looks at the base URL in n8n's test of a credential, which shows a code for one that is none. Only that
 * test names the base URL apart from the rest of the address.
 *
 * @throws UserError when it is empty, though another server is switched on, or cannot be one
 */
export function checkTestedUrl(
	vendorName: string,
	credential: ICredentialDataDecryptedObject,
	{ baseURL }: IHttpRequestOptions,
): void {
	if (baseURL === undefined) return;
	const flaw = emptyBaseUrl(vendorName, credential) ?? flawOf(vendorName, baseURL);
	if (flaw !== null) throw credentialError(flaw);
}

/**
 * The base URL in n8n's test of a credential, as an expression: what the user entered, read as above, or
 * the vendor's own.
 *
 * @param own the vendor's base URL as a JavaScript expression, such as `"https://acme.example"`
 */
export function baseUrlExpression(own: string): string {
	const entered = `($credentials.baseUrl || "").replace(${String(AROUND)}, "")`;
	return `={{ (${entered} || ${own}).replace(/(?<!\\/)\\/+$/, "") }}`;
}
