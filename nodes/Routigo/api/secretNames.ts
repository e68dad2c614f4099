/** Names of headers and query parameters whose values prove something. */
const TELLING = /auth|token|secret|password|passwd|signature|cookie|credential|session|key$|^key/i;

/** Whether a header or query parameter of this name may hold a secret. */
export function isSecretName(name: string): boolean {
	return TELLING.test(name);
}
