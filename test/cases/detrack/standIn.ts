import { DAY } from '../../support/detrack';
import type { StandInCase } from '../case';
import { bench } from './bench';

const JSON_TYPE = { 'content-type': 'application/json' };
const created = async (number: string) => void (await bench.create(number));
const finished = async () => {
	await bench.create('D1', { assignTo: 'Van 07' });
	await bench.step('D1', 'postpone', { date: '2020-01-16' });
	await bench.step('D1', 'fail');
};

export const standIn: readonly StandInCase[] = [
	{
		what: 'a number with an encoded slash',
		prepare: () => created('A/B'),
		method: 'GET',
		path: '/dn/jobs/A%2FB',
		status: 200,
		answer: { data: { do_number: 'A/B' } },
		answerHeaders: JSON_TYPE,
	},
	{
		what: 'a number with an encoded slash on its day',
		prepare: () => created('A/B/C'),
		method: 'PUT',
		path: `/dn/jobs/A%2FB%2FC/${DAY}`,
		body: { data: { zone: 'North' } },
		status: 200,
		answer: { data: { zone: 'North' } },
	},
	{
		what: 'the document of a number with an encoded slash',
		prepare: () => created('A/B'),
		method: 'GET',
		path: '/dn/jobs/export/A%2FB?document=shipping-label&format=pdf',
		status: 200,
		answerHeaders: { 'content-type': 'application/octet-stream' },
	},
	{
		what: 'no number with an encoded slash, where so set',
		settings: { slashInPath: 'notFound' },
		prepare: () => created('A/B'),
		method: 'GET',
		path: '/dn/jobs/A%2FB',
		status: 404,
		answer: { code: 'not_found' },
	},
	{
		what: 'a change of a job that is not there',
		method: 'PUT',
		path: '/dn/jobs',
		body: { data: [{ do_number: 'NONE', date: '2026-11-26', type: 'Delivery' }] },
		status: 422,
		answer: { code: 'update_failed', errors: [{ do_number: 'NONE', codes: ['not_found'] }] },
		answerHeaders: JSON_TYPE,
	},
	{
		what: 'a change that is not allowed',
		prepare: () => created('D1'),
		method: 'PUT',
		path: '/dn/jobs',
		body: { data: [{ do_number: 'D1', data: { status: 'completed' } }] },
		status: 422,
		answer: {
			code: 'update_failed',
			errors: [{ do_number: 'D1', field: 'pod_time', codes: ['cannot be blank'] }],
		},
	},
	{
		what: 'a new job with where it is',
		method: 'POST',
		path: '/dn/jobs',
		body: { data: { do_number: 'D1', date: DAY, address: '1 Example Road' } },
		status: 201,
		answer: { data: { do_number: 'D1' } },
		answerHeaders: { ...JSON_TYPE, location: expect.stringMatching(/\/dn\/jobs\/D1$/) as string },
	},
	{
		what: 'a list where one new job is expected',
		method: 'POST',
		path: '/dn/jobs',
		body: { data: [{ do_number: 'D1', date: '16/01/2026', address: '1 Example Road' }] },
		status: 500,
		answerHeaders: { 'content-type': 'text/html; charset=utf-8' },
	},
	{
		what: 'another attempt in a list',
		prepare: finished,
		method: 'POST',
		path: '/dn/jobs/reattempt',
		body: { data: { do_number: 'D1' } },
		status: 200,
		answer: { data: [{ do_number: 'D1', attempt: 2 }] },
	},
	{
		what: 'a refused key without a charset',
		method: 'GET',
		path: '/dn/jobs',
		headers: { 'X-API-KEY': 'nobody' },
		status: 401,
		answerHeaders: JSON_TYPE,
	},
];
