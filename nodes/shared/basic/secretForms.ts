import { urlPart } from './urlPart';

/**
 * The forms in which a text may hold a secret: as it is, encoded in a URL, once or twice and in either
 * case, escaped in JSON, and as base64, also behind a user name as in Basic auth.
 */
export function formsOfSecret(secret: string): string[] {
	const inUrl = inUrls(secret);
	return [secret, ...inUrl, ...inUrl.flatMap(inUrls), ...inJson(secret), ...inBase64(secret)];
}

/** Encoders differ in what they leave as it is, in the case of digits, and in blanks. */
function inUrls(text: string): string[] {
	const encoded = urlPart(text);
	const strict = encoded.replace(
		/[!'()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	const form = new URLSearchParams({ '': text.toWellFormed() }).toString().slice(1);
	return [encoded, strict, form].flatMap((each) => [each, withSmallDigits(each)]);
}

function withSmallDigits(encoded: string): string {
	return encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

/** Some programs escape slashes and all letters beyond ASCII; JSON within JSON is escaped twice. */
function inJson(text: string): string[] {
	const escaped = quoted(text);
	const ascii = escaped.replace(
		/[^\x20-\x7e]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	return [escaped, ascii].flatMap((each) => {
		const withSlashes = each.replaceAll('/', '\\/');
		return [each, withSlashes, quoted(each), quoted(withSlashes)];
	});
}

function quoted(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}

/**
 * In base64, three bytes become four characters, so it depends on what stands before a secret which
 * characters are its own. Those that it shares with its neighbours are left, but for its end.
 */
function inBase64(text: string): string[] {
	const bytes = Buffer.from(text);
	return [0, 1, 2].flatMap((before) => {
		const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
		const padded = whole.slice(Math.ceil((before * 8) / 6));
		const own = padded.slice(
			0,
			Math.floor(((before + bytes.length) * 8) / 6) - (whole.length - padded.length),
		);
		return [padded, padded.replace(/=+$/, ''), own].flatMap((each) => {
			const safe = each.replaceAll('+', '-').replaceAll('/', '_');
			return [each, safe, ...inUrls(each)];
		});
	});
}
