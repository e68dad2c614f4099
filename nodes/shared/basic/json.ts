/** Parses JSON, with or without a byte order mark; `undefined` when the text is none. */
export function parseJson(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
	} catch {
		return undefined;
	}
}
