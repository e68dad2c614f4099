import { textOf } from '../../shared/api/properties';
import { holdsGroup } from '../../shared/basic/groups';
import { headerNameFlaw } from '../../shared/basic/headerName';
import { InvalidInput } from '../../shared/basic/invalidInput';
import { isRecord, recordsIn, textOrNull } from '../../shared/basic/values';

export type Pairs = Record<string, string>;

/** Headers that describe the request itself; another value would break every notification. */
const OF_THE_REQUEST = /^(host|connection|content-type|content-length|transfer-encoding)$/i;

/**
 * The user's extra headers. A pair without a name is left out.
 *
 * @throws InvalidInput for what is no list of pairs, values without any name, a name that comes twice, or a
 * header that cannot be sent
 */
export function headersIn(given: unknown): Pairs {
	const headers = pairsIn(given, 'header');
	for (const [name, value] of Object.entries(headers)) checkHeader(name, value);
	return headers;
}

/**
 * The user's extra query parameters. A pair without a name is left out.
 *
 * @throws InvalidInput for what is no list of pairs, values without any name, or a name that comes twice
 */
export function queryParametersIn(given: unknown): Pairs {
	return pairsIn(given, 'query parameter');
}

/** The names of the pairs that a user has added, whether they can be sent or not. */
export function namesIn(given: unknown): string[] {
	const list: unknown = isRecord(given) ? given.parameter : undefined;
	return recordsIn(list)
		.map(({ name }) => textOrNull(name))
		.filter((name) => name !== null);
}

function pairsIn(given: unknown, kind: string): Pairs {
	const isNone = given === undefined || given === null || given === '';
	if (!isNone && !holdsGroup(given, 'parameter')) {
		throw new InvalidInput(
			`The extra ${kind}s must be pairs of name and value. Enter them one by one, not the whole by an expression.`,
		);
	}
	const list: unknown = isRecord(given) ? given.parameter : undefined;
	const pairs = recordsIn(Array.isArray(list) ? list : [list]).map(
		(entry) => [textOrNull(entry.name) ?? '', textOf(entry.value)] as const,
	);
	const entries = pairs.filter(([name]) => name !== '');
	// Without the others it would clear all headers of a webhook, so it must be meant.
	const isCleared = pairs.length === 0 || (pairs.length === 1 && pairs[0]?.[1] === '');
	if (entries.length === 0 && !isCleared) {
		throw new InvalidInput(`The extra ${kind}s have no names. Enter a name for each.`);
	}
	const names = entries.map(([name]) => name.toLowerCase());
	const repeated = entries.find(([name], at) => names.indexOf(name.toLowerCase()) !== at);
	if (repeated === undefined) return Object.fromEntries(entries);
	throw new InvalidInput(`The ${kind} "${repeated[0]}" is set twice. Keep one of them.`);
}

function checkHeader(name: string, value: string): void {
	if (OF_THE_REQUEST.test(name)) {
		throw new InvalidInput(
			`The header "${name}" cannot be set, because it belongs to the request itself. Remove it.`,
		);
	}
	if (headerNameFlaw(name) !== null || /[\r\n\0]/.test(value)) {
		throw new InvalidInput(
			`The header "${name}" cannot be sent. A name may hold letters, digits and hyphens, and a value no line breaks.`,
		);
	}
}
