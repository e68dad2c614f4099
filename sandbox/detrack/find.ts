import type { FastifyRequest } from 'fastify';

import { isRecord } from '../core/json';
import { pathValue, queryValue } from '../core/query';
import type { Job } from './model';
import { notFound } from './problem';
import type { DetrackService } from './service';
import type { Named } from './store';

/** The job that the path names, with a date perhaps; the type comes in the query. */
export function jobInPath(service: DetrackService, request: FastifyRequest): Job {
	const number = pathValue(request, 'doNumber');
	const { slashInPath } = service.settings.values;
	if (number.includes('/') && slashInPath === 'notFound') throw notFound();
	const date = pathValue(request, 'date') || undefined;
	const type = queryValue(request, 'type') || undefined;
	// A client of Detrack's writes spaces in paths as plus signs.
	const spaced = number.replaceAll('+', ' ');
	for (const do_number of [number, spaced]) {
		const job = service.jobs.find({ do_number, date, type });
		if (job) return job;
	}
	throw notFound();
}

/** The job that the query names. */
export function jobInQuery(service: DetrackService, request: FastifyRequest): Job {
	const asked = Object.fromEntries(
		['do_number', 'date', 'type'].map((name) => [name, queryValue(request, name)]),
	);
	return jobIn(service, asked);
}

/** The job that an object names. */
export function jobIn(service: DetrackService, object: unknown): Job {
	const job = service.jobs.find(namedIn(object));
	if (!job) throw notFound();
	return job;
}

/** Number, date and type in an object; empty ones do not count. */
export function namedIn(object: unknown): Named {
	const text = (name: string): string | undefined => {
		const value = isRecord(object) ? object[name] : undefined;
		return typeof value === 'number'
			? String(value)
			: typeof value === 'string'
				? value
				: undefined;
	};
	return {
		do_number: text('do_number') ?? '',
		date: text('date') || undefined,
		type: text('type') || undefined,
	};
}
