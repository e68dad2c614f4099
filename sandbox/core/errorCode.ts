/** The system's code of an error, such as ENOENT. Not every error is an `Error` of this realm. */
export function errorCode(error: unknown): unknown {
	return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
