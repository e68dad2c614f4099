import { textOrNull } from '../basic/values';

interface FileType {
	mimeType: string;
	extension: string;
	/** How such a file begins, in hexadecimal digits; a dot stands for any digit. */
	begins: RegExp;
}

const FILE_TYPES: readonly FileType[] = [
	{ mimeType: 'application/pdf', extension: 'pdf', begins: /^25504446/ },
	{ mimeType: 'image/tiff', extension: 'tiff', begins: /^(49492a00|4d4d002a)/ },
	{ mimeType: 'image/png', extension: 'png', begins: /^89504e47/ },
	{ mimeType: 'image/jpeg', extension: 'jpg', begins: /^ffd8ff/ },
	{ mimeType: 'image/gif', extension: 'gif', begins: /^47494638/ },
	{ mimeType: 'image/webp', extension: 'webp', begins: /^52494646.{8}57454250/ },
	{ mimeType: 'application/zip', extension: 'zip', begins: /^504b0304/ },
];

/** Other spellings of the same extensions. */
const ALIASES: Readonly<Record<string, string>> = { jpeg: 'jpg', tif: 'tiff' };

export interface KnownType {
	mimeType: string;
	extension: string;
}

/** What a file is by its first bytes, which no header can get wrong. */
export function typeByContent(head: Buffer): KnownType | undefined {
	const digits = head.subarray(0, 16).toString('hex');
	return FILE_TYPES.find(({ begins }) => begins.test(digits));
}

/** What a file is by the extension of its name. */
export function typeByName(name: string): KnownType | undefined {
	const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
	return FILE_TYPES.find((type) => type.extension === (ALIASES[extension] ?? extension));
}

/**
 * The file name in a `Content-Disposition` header, plain or encoded (RFC 6266); `null` without one.
 */
export function nameInHeader(header: unknown): string | null {
	const text = textOrNull(typeof header === 'string' ? withUtf8(header) : header) ?? '';
	const encoded = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(text)?.[1];
	if (encoded !== undefined) {
		const decoded = percentDecoded(encoded);
		if (decoded !== null) return textOrNull(decoded);
	}
	const [, quoted, bare] = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(text) ?? [];
	const plain = textOrNull(quoted?.replace(/\\(.)/g, '$1') ?? bare);
	// Some encode a plain name as well.
	return plain !== null && /%[0-9a-f]{2}/i.test(plain) ? (percentDecoded(plain) ?? plain) : plain;
}

/** Node.js reads headers as Latin-1; some write UTF-8 into them as it is, which hardly any other text is. */
function withUtf8(header: string): string {
	const read = Buffer.from(header, 'latin1').toString('utf8');
	return /[\u0100-\uffff]/.test(header) || read.includes('\uFFFD') ? header : read;
}

function percentDecoded(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}

/**
 * A name without folders, without characters that some file system refuses, and without those that
 * turn the direction of writing, by which `gpj.exe` looks like `exe.jpg`.
 */
export function safeFileName(name: string): string {
	const flat = name
		.replace(/[\\/:*?"<>|\p{Cc}\p{Surrogate}]+/gu, '-')
		.replace(/\p{Bidi_Control}/gu, '')
		.replace(/^[.\s-]+|(?<![.\s-])[.\s-]+$/g, '');
	// By letters, so that none is cut in half.
	const short = [...flat].slice(-150).join('');
	return short === '' ? 'file' : short;
}
