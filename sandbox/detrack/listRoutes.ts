import type { FastifyRequest } from 'fastify';

import type { Answer } from '../core/answer';
import { isRecord, type Json } from '../core/json';
import { originOf, queryValue } from '../core/query';
import { dataOf } from './auth';
import { JOBS_PATH } from './defaults';
import { jobView } from './jobView';
import { type Job, textOf } from './model';
import { listAnswer, pageAsked, pageLink } from './paging';
import { badData } from './problem';
import { matchesSearch } from './searchFilters';
import type { DetrackApi, DetrackService } from './service';
import { valuesOf } from './values';

/** The jobs that a list asks for, by a few filters. */
export function listJobs(service: DetrackService, request: FastifyRequest): Answer {
	const settings = service.settings.values;
	const asked = pageAsked(queryValue(request, 'page'), queryValue(request, 'limit'));
	const found = service.jobs.all().filter((job) => matches(job, request));
	return listAnswer(sorted(service, found, request), asked, settings, {
		show: (job) => jobView(job, service.view()),
		link: (page) => pageLink(request, page, asked.limit, settings),
	});
}

/** Searches jobs by many filters. */
export function addSearchRoute({ routes, service }: DetrackApi): void {
	routes.post(`${JOBS_PATH}/search`, (request) => {
		const settings = service.settings.values;
		const filters = dataOf(request.body);
		if (!isRecord(filters)) throw badData();
		const asked = pageAsked(filters.page, filters.limit);
		const found = service.jobs.all().filter((job) => matchesSearch(job, filters));
		const link = (page: number): string | null => {
			if (settings.searchLinks === 'null') return null;
			if (settings.searchLinks === 'query') {
				return pageLink(request, page, asked.limit, settings);
			}
			// As printed in the reference; nothing answers there.
			return `${originOf(request)}${request.url}/${page - 1}`;
		};
		const show = (job: Job): unknown => jobView(job, service.view());
		return listAnswer(sorted(service, found), asked, settings, { show, link });
	});
}

const SEARCHED = [
	'do_number',
	'address',
	'deliver_to_collect_from',
	'notify_email',
	'assign_to',
	'tracking_number',
	'zone',
];

function matches(job: Job, request: FastifyRequest): boolean {
	const { fields } = job;
	const asked = (name: string): string | undefined => queryValue(request, name);
	const equal = (name: 'date' | 'type' | 'do_number'): boolean =>
		!asked(name) || fields[name] === asked(name);
	const driver = asked('assign_to');
	const statuses = asked('status')?.split(',') ?? [];
	const text = asked('query')?.toLowerCase() ?? '';
	return (
		equal('date') &&
		equal('type') &&
		equal('do_number') &&
		// An empty one asks for jobs without a driver.
		(driver === undefined || (fields.assign_to ?? '') === driver) &&
		(statuses.every((each) => each === '') || statuses.includes(fields.status)) &&
		SEARCHED.some((name) => (textOf(job, name) ?? '').toLowerCase().includes(text))
	);
}

function sorted(service: DetrackService, jobs: Job[], request?: FastifyRequest): Job[] {
	const asked = request && !queryValue(request, 'query') ? queryValue(request, 'sort') : undefined;
	const sort = asked || '-created_at';
	const name = sort.replace(/^-/, '') || 'created_at';
	const sign = sort.startsWith('-') ? -1 : 1;
	const view = service.view();
	// Most are sorted by something that is stored, which spares deriving the rest.
	const keyOf = (job: Job): Json => job.fields[name] ?? valuesOf(job, view)[name] ?? null;
	const keyed = jobs.map((job) => ({ job, key: keyOf(job) }));
	return keyed
		.sort((a, b) => sign * (compare(a.key, b.key) || a.job.serial - b.job.serial))
		.map(({ job }) => job);
}

function compare(a: Json, b: Json): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	const [left, right] = [String(a ?? ''), String(b ?? '')];
	return left < right ? -1 : left > right ? 1 : 0;
}
