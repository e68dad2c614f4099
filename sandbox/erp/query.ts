import type { FastifyRequest } from 'fastify';

import { queryValue } from '../core/query';
import { compare, readFilters } from './filters';
import { invalid } from './problem';
import type { ErpRecord } from './store';

const DEFAULT_LENGTH = 20;

/** The part of a list that a request asks for: filtered, sorted, cut, with the fields it names. */
export function select(
	records: readonly ErpRecord[],
	request: FastifyRequest,
): Array<Record<string, unknown>> {
	const all = readFilters(jsonIn(request, 'filters'));
	const any = readFilters(jsonIn(request, 'or_filters'));
	const start = numberIn(request, 'limit_start') ?? 0;
	// Documented under both names; 0 stands for all.
	const length =
		numberIn(request, 'limit_page_length') ?? numberIn(request, 'limit') ?? DEFAULT_LENGTH;
	const fields = jsonIn(request, 'fields') ?? ['name'];
	if (!Array.isArray(fields)) throw invalid('Fields are a list.');
	return records
		.filter((record) => all.every((fits) => fits(record)))
		.filter((record) => any.length === 0 || any.some((fits) => fits(record)))
		.sort(orderOf(queryValue(request, 'order_by') ?? 'modified desc'))
		.slice(start, length === 0 ? undefined : start + length)
		.map((record) => pick(record, fields.map(String)));
}

function pick(record: ErpRecord, fields: readonly string[]): Record<string, unknown> {
	const { doctype: _doctype, items: _items, ...columns } = record;
	if (fields.includes('*')) return columns;
	return Object.fromEntries(fields.map((field) => [field, columns[field] ?? null]));
}

function orderOf(order: string): (one: ErpRecord, other: ErpRecord) => number {
	const [, field = '', direction] = /^[`\s]*(\w+)`?(?:\s+(asc|desc))?\s*$/i.exec(order) ?? [];
	if (field === '') throw invalid(`Can't sort by ${order}`);
	const sign = direction?.toLowerCase() === 'desc' ? -1 : 1;
	return (one, other) => sign * compare(one[field], other[field]);
}

function jsonIn(request: FastifyRequest, name: string): unknown {
	const sent = queryValue(request, name);
	if (sent === undefined || sent === '') return undefined;
	try {
		const value: unknown = JSON.parse(sent);
		return value;
	} catch {
		throw invalid(`${name} isn't JSON`);
	}
}

function numberIn(request: FastifyRequest, name: string): number | undefined {
	const sent = queryValue(request, name);
	if (sent === undefined) return undefined;
	const number = Number(sent);
	if (!Number.isInteger(number) || number < 0) throw invalid(`${name} must be a number`);
	return number;
}
