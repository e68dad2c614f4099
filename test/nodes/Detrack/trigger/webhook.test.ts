import { detrackWebhook } from '../../../../nodes/Detrack/trigger/webhook';
import { form, sample, TODAY } from '../support';

const completed = sample('v2_completed.json');
const text = JSON.stringify(completed);

/** The D.O. numbers of the jobs that are found in a body, or what was expected instead. */
function read(body: unknown): unknown {
	const reading = detrackWebhook({ today: TODAY }).read(body);
	if ('expected' in reading) return reading.expected;
	return reading.received.map(({ payload }) => payload.job.do_number);
}

describe('a body with jobs', () => {
	it.each<[string, unknown]>([
		['an object', completed],
		['a list', [completed]],
		['an object in data', { data: completed }],
		['a list in data', { data: [completed] }],
		['a form', form('v2_completed.form.txt')],
		['a form with a list', { json: `[${text}]` }],
		['a form with data', { json: `{"data":${text}}` }],
		['a form with files, as n8n reads it', { data: { json: text }, files: {} }],
		['a form with a byte order mark', { json: `\uFEFF${text}` }],
		['a form as text', `json=${encodeURIComponent(text)}`],
		['a key json that is an object', { json: completed }],
		['a job that has keys like its wrapping', { ...completed, data: { id: 'other' }, json: 'x' }],
	])('is %s', (_form, body) => {
		expect(read(body)).toEqual(['ORD-48208']);
	});

	it.each<[string, unknown]>([
		['a list with both versions', [completed, sample('v1_failed.json')]],
		['a form that repeats its field', { json: [text, JSON.stringify(sample('v1_failed.json'))] }],
		[
			'a form as text that repeats its field',
			`json=${encodeURIComponent(text)}&json=${encodeURIComponent(JSON.stringify(sample('v1_failed.json')))}`,
		],
	])('may hold several: %s', (_form, body) => {
		expect(read(body)).toEqual(['ORD-48208', 'ORD-48221']);
	});

	it.each<[string, unknown]>([
		['an empty object', {}],
		['an empty list', []],
		['a form with an empty list', { json: '[]' }],
		['an empty list in data', { data: [] }],
	])('may hold none: %s', (_what, body) => {
		expect(read(body)).toEqual([]);
	});
});

it.each<[string, unknown]>([
	['a form whose field is no JSON', { json: '{"id": ' }],
	['a form whose field is empty', { json: '' }],
	['a form whose field is a number', { json: '7' }],
	['a form whose field is a text', { json: '"completed"' }],
	['a number', 7],
	['a text', 'hello'],
	['null', null],
	['true', true],
	['a list with a number in it', [completed, 7]],
	['wrapped numbers', { data: [1, 2] }],
	['data that is null', { data: null }],
	['JSON in JSON in JSON', { json: { json: { json: { json: { json: {} } } } } }],
])('says what was expected in place of %s', (_what, body) => {
	expect(read(body)).toBe(
		'Detrack sends a job as a JSON object, or a form whose field "json" holds that object.',
	);
});
