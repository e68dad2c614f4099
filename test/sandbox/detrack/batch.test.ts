import { type Dict, keyPaths, type Reply } from '../support/bench';
import { minimal, sample, Track } from './support';

const track = Track.use();

interface Batch {
	code?: string;
	message?: string;
	data: Dict[];
	errors?: Array<Dict & { codes: string[] }>;
}
const many = (count: number): Dict[] =>
	Array.from({ length: count }, (_, index) => minimal(`ORD-${index + 1}`));

describe('creating', () => {
	it('gives all jobs in order', async () => {
		const reply = await track.jobs('POST', '/bulk', many(100));
		expect(reply.status).toBe(200);
		const { data } = reply.json<Batch>();
		expect(data.map(({ do_number }) => do_number)).toEqual(
			many(100).map(({ do_number }) => do_number),
		);
		expect(Object.keys(reply.json())).toEqual(['data']);
	});

	it('creates the good ones and echoes the others with their errors', async () => {
		const entries = many(100);
		entries[3] = { ...minimal(''), order_number: 'W-4' };
		entries[50] = minimal('ORD-1');
		entries[99] = { ...minimal('ORD-100'), date: 'never' };
		const reply = await track.jobs('POST', '/bulk', entries);
		const batch = reply.json<Batch>();
		expect([reply.status, batch.data.length]).toEqual([422, 97]);
		expect(Object.keys(batch)).toEqual(Object.keys(sample('api/v2_batch_create_partial_422.json')));
		expect(batch).toMatchObject({
			code: 'validation_failed',
			message: 'Validation failed',
			errors: [
				{
					do_number: '',
					order_number: 'W-4',
					errors: [{ field: 'do_number', codes: ['cannot be blank'] }],
				},
				{
					do_number: 'ORD-1',
					date: '2026-03-03',
					errors: [{ field: 'do_number', codes: ['is already taken'] }],
				},
				{ do_number: 'ORD-100', errors: [{ field: 'date', codes: ['is invalid'] }] },
			],
		});
		expect((await track.list('?limit=100')).data).toHaveLength(97);
	});
});

describe('updating', () => {
	it('answers a row per entry', async () => {
		await track.create('ORD-1');
		await track.create('ORD-2');
		const reply = await track.jobs('PUT', '', [
			{ do_number: 'ORD-1', date: '2026-03-03', type: 'Delivery', data: { job_sequence: 3 } },
			{ do_number: 'ORD-2', data: { zone: 'North' } },
		]);
		expect([reply.status, reply.json()]).toEqual([
			200,
			{
				data: [
					{ do_number: 'ORD-1', date: '2026-03-03', type: 'Delivery', ok: true },
					{ do_number: 'ORD-2', date: null, type: null, ok: true },
				],
			},
		]);
		expect((await track.jobs('GET', '/ORD-1')).json().data).toMatchObject({ job_sequence: 3 });
	});

	const failing = async (): Promise<Reply> => {
		await track.create('ORD-1');
		await track.create('ORD-2', { status: 'completed', pod_time: '10:00' });
		return track.jobs('PUT', '', [
			{ do_number: 'ORD-1', data: { job_sequence: 'first', zone: 'North' } },
			{ do_number: 'ORD-1', data: { status: 'failed' } },
			{ do_number: 'ORD-2', data: { status: 'failed' } },
			{ do_number: 'ORD-2', overwrite: true, data: { status: 'failed' } },
			{ do_number: 'ORD-3', type: 'Delivery', data: { zone: 'North' } },
			{ data: { zone: 'North' } },
		]);
	};

	it('tells refused entries apart, nested as in the reference, by the code of its tests', async () => {
		const reply = await failing();
		const body = reply.json<Dict & { data: Batch; errors: Dict[] }>();
		const example = sample('api/v2_batch_update_partial_422.json');
		expect([reply.status, Object.keys(body)]).toEqual([422, Object.keys(example)]);
		expect(keyPaths(body)).toEqual(keyPaths(example));
		expect(body).toMatchObject({ code: 'update_failed', message: 'Update failed' });
		expect(body.data.data.map(({ ok }) => ok)).toEqual([false, false, false, true, false, false]);
		expect(body.errors.map(({ do_number, field, codes }) => [do_number, field, codes])).toEqual([
			['ORD-1', 'job_sequence', ['not_a_number']],
			['ORD-1', 'pod_time', ['cannot be blank']],
			['ORD-2', 'status', ['uneditable']],
			['ORD-3', undefined, ['not_found']],
			[null, 'do_number', ['cannot be blank']],
		]);
		// Of a refused entry nothing is changed.
		expect((await track.jobs('GET', '/ORD-1')).json().data).toMatchObject({ zone: null });
	});

	it('does so flat and by another code when set so', async () => {
		await track.settings({ batchUpdateNesting: 'flat', batchUpdateCode: 'validation_failed' });
		const body = (await failing()).json<Batch>();
		expect(body).toMatchObject({ code: 'validation_failed', message: 'Validation failed' });
		expect(body.data.map(({ ok }) => ok)).toEqual([false, false, false, true, false, false]);
	});
});

describe('deleting', () => {
	it('deletes what it can and tells why not', async () => {
		await track.create('ORD-1');
		await track.create('ORD-2', { status: 'completed', pod_time: '10:00' });
		const reply = await track.jobs('DELETE', '', [
			{ do_number: 'ORD-1', date: '2026-03-03', type: 'Delivery' },
			{ do_number: 'ORD-2', date: '2026-03-03' },
			{ do_number: 'ORD-3' },
		]);
		const body = reply.json<Batch>();
		const example = sample('api/v2_batch_delete_partial_422.json');
		expect([reply.status, Object.keys(body)]).toEqual([422, Object.keys(example)]);
		expect(body).toEqual({
			data: [
				{ do_number: 'ORD-1', date: '2026-03-03', type: 'Delivery', ok: true },
				{ do_number: 'ORD-2', date: '2026-03-03', type: null, ok: false },
				{ do_number: 'ORD-3', date: null, type: null, ok: false },
			],
			code: 'deletion_failed',
			message: 'Deletion failed',
			errors: [
				{ do_number: 'ORD-2', date: '2026-03-03', type: null, codes: ['undeletable'] },
				{ do_number: 'ORD-3', date: null, type: null, codes: ['not_found'] },
			],
		});
		expect((await track.list()).data.map(({ do_number }) => do_number)).toEqual(['ORD-2']);
		await track.settings({ deleteFinished: true });
		const again = await track.jobs('DELETE', '', [{ do_number: 'ORD-2' }]);
		expect([again.status, again.json<Batch>().data]).toEqual([
			200,
			[{ do_number: 'ORD-2', date: null, type: null, ok: true }],
		]);
	});
});

describe.each([
	['POST', '/bulk'],
	['PUT', ''],
	['DELETE', ''],
])('%s /dn/jobs%s', (method, path) => {
	it('refuses nothing, no list, and more than 100', async () => {
		for (const data of [[], {}, 'ORD-1', many(101)]) {
			const reply = await track.jobs(method, path, data);
			expect([reply.status, reply.json().code]).toEqual([422, 'invalid_data']);
		}
		expect((await track.api(method, `/dn/jobs${path}`)).json().code).toBe('invalid_data');
		expect((await track.list()).data).toEqual([]);
	});
});
