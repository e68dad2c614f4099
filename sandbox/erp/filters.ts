import { isRecord } from '../core/json';
import { invalid } from './problem';
import type { ErpRecord } from './store';

type Test = (record: ErpRecord) => boolean;

const OPERATORS: Readonly<Record<string, (value: unknown, wanted: unknown) => boolean>> = {
	'=': (value, wanted) => text(value) === text(wanted),
	'!=': (value, wanted) => text(value) !== text(wanted),
	'>': (value, wanted) => compare(value, wanted) > 0,
	'<': (value, wanted) => compare(value, wanted) < 0,
	'>=': (value, wanted) => compare(value, wanted) >= 0,
	'<=': (value, wanted) => compare(value, wanted) <= 0,
	like: (value, wanted) => pattern(wanted).test(text(value)),
	'not like': (value, wanted) => !pattern(wanted).test(text(value)),
	in: (value, wanted) => list(wanted).includes(text(value)),
	'not in': (value, wanted) => !list(wanted).includes(text(value)),
	between: (value, wanted) => {
		const [from, to] = list(wanted);
		return compare(value, from) >= 0 && compare(value, to) <= 0;
	},
	is: (value, wanted) => (text(value) !== '') === (text(wanted).toLowerCase() === 'set'),
};

/**
 * A condition out of the query's `filters`: `{field: value}`, `{field: [operator, value]}`, or a list of
 * `[field, operator, value]`, each also with the kind of record in front.
 */
export function readFilters(filters: unknown): Test[] {
	if (filters === undefined) return [];
	if (isRecord(filters)) {
		return Object.entries(filters).map(([field, wanted]) =>
			Array.isArray(wanted) ? testOf(field, wanted[0], wanted[1]) : testOf(field, '=', wanted),
		);
	}
	if (!Array.isArray(filters)) throw invalid('Filters are a list or an object.');
	return filters.map((filter: unknown) => {
		if (!Array.isArray(filter)) throw invalid('Each filter is a list.');
		const [field, operator, wanted]: unknown[] = filter.length > 3 ? filter.slice(1) : filter;
		return testOf(field, operator, wanted);
	});
}

function testOf(field: unknown, operator: unknown, wanted: unknown): Test {
	const known = OPERATORS[text(operator).toLowerCase()];
	if (!known) throw invalid(`Operator must be one of ${Object.keys(OPERATORS).join(', ')}`);
	return (record) => known(record[text(field)], wanted);
}

/** Numbers as numbers, everything else as text, which suits ISO dates. */
export function compare(value: unknown, other: unknown): number {
	const [left, right] = [text(value), text(other)];
	const numbers = left !== '' && right !== '' ? Number(left) - Number(right) : NaN;
	if (!Number.isNaN(numbers)) return numbers;
	return left < right ? -1 : Number(left > right);
}

function text(value: unknown): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function list(value: unknown): string[] {
	return Array.isArray(value) ? value.map(text) : text(value).split(',');
}

function pattern(wanted: unknown): RegExp {
	const parts = text(wanted).split('%');
	const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${escaped.join('[\\s\\S]*')}$`, 'i');
}
