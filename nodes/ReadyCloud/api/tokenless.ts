/** A key that ends in `token` with what follows it, in JSON, also if it is cut off, and in plain words. */
const TOKEN = /(token\\?"?\s*[:=]\s*\\?"?)[^"\\\s,;&}]+/gi;

/**
 * What ReadyCloud said, without the tokens of webhooks: an answer about them holds one each, and
 * errors are stored with executions (docs/vendors.md#readycloud-webhooks).
 */
export function tokenless(text: string | null): string | null {
	return text?.replace(TOKEN, '$1***') ?? null;
}
