import { pastedOrNull } from '../../shared/basic/pasted';

/** The base of version 2, on the host that the vendor's pages use (docs/vendors.md#readycloud-hosts). */
const API = 'https://www.readycloud.com/api/v2';

/** The base of the API: the credential's own, or ReadyCloud's; without a slash at the end. */
export function baseUrlOf(given: unknown): string {
	return (pastedOrNull(given) ?? API).replace(/(?<!\/)\/+$/, '');
}

/** Where tokens are renewed: under version 1 for both versions (docs/vendors.md#readycloud-token). */
export function tokenUrlOf(baseUrl: string): string {
	return `${baseUrl.replace(/\/api\/v2$/, '')}/api/v1/oauth2/token/`;
}
