import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ERP_KEY, ERP_SECRET } from '../../../sandbox/erp/defaults';
import { Bench, type Dict, http, Receiver, type Reply } from '../support/bench';

const LOGIN = { authorization: `token ${ERP_KEY}:${ERP_SECRET}` };

let bench: Bench;
beforeAll(async () => void (bench = await Bench.start()));
afterAll(() => bench.sandbox.close());
beforeEach(() => bench.control('POST', 'reset'));

function erp(method: string, path: string, body?: unknown, headers: Dict = LOGIN): Promise<Reply> {
	const url = `${bench.sandbox.url}/erp/api/${path}`;
	return http(url, method, body, headers as Record<string, string>);
}

const names = (reply: Reply): unknown[] =>
	reply.json<{ data: Dict[] }>().data.map(({ name }) => name);
const list = (doctype: string, query: Record<string, unknown>): Promise<Reply> => {
	const search = new URLSearchParams(
		Object.entries(query).map(([name, value]): [string, string] => [
			name,
			typeof value === 'string' ? value : JSON.stringify(value),
		]),
	);
	return erp('GET', `resource/${encodeURIComponent(doctype)}?${search}`);
};
const todo = async (values: Dict): Promise<Dict> => {
	const reply = await erp('POST', 'resource/ToDo', { description: 'Call the customer', ...values });
	return reply.json<{ data: Dict }>().data;
};
const changes = async (): Promise<Dict[]> =>
	(await bench.control('GET', 'erp/changes')).json<Dict[]>();

describe('who may use it', () => {
	const whoami = 'method/frappe.auth.get_logged_user';

	it('the holder of key and secret, in both forms', async () => {
		const basic = Buffer.from(`${ERP_KEY}:${ERP_SECRET}`).toString('base64');
		for (const authorization of [LOGIN.authorization, `Basic ${basic}`]) {
			const reply = await erp('GET', whoami, undefined, { authorization });
			expect([reply.status, reply.json()]).toEqual([200, { message: 'dispatch@example.com' }]);
		}
	});

	it.each([
		['a wrong secret', { authorization: `token ${ERP_KEY}:wrong` }, 401, 'AuthenticationError'],
		['another scheme', { authorization: 'Bearer abc' }, 401, 'AuthenticationError'],
		['nothing', {}, 403, 'PermissionError'],
	])('not who sends %s', async (_what, headers, status, type) => {
		for (const path of [whoami, 'resource/ToDo', 'resource/ToDo/TODO-00001']) {
			const reply = await erp('GET', path, undefined, headers);
			expect([reply.status, reply.json().exc_type]).toEqual([status, type]);
		}
		const reply = await erp('POST', 'resource/ToDo', { description: 'x' }, headers);
		expect(reply.status).toBe(status);
		expect(names(await list('ToDo', {}))).toEqual([]);
	});
});

describe('a record', () => {
	it('is created with defaults and a name of its series', async () => {
		const made = await todo({ priority: 'High', name: 'mine' });
		expect(made).toMatchObject({
			name: 'TODO-00001',
			doctype: 'ToDo',
			description: 'Call the customer',
			status: 'Open',
			priority: 'High',
			docstatus: 0,
		});
		expect(String(made.creation)).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/);
		const read = (await erp('GET', 'resource/ToDo/TODO-00001')).json<{ data: Dict }>();
		expect(read.data).toEqual(made);
	});

	it('is updated in the fields that are sent', async () => {
		const made = await todo({});
		const reply = await erp('PUT', 'resource/ToDo/TODO-00001', { status: 'Closed' });
		expect(reply.status).toBe(200);
		const { data } = reply.json<{ data: Dict }>();
		expect(data).toEqual({ ...made, status: 'Closed', modified: data.modified });
		expect(String(data.modified) > String(made.modified)).toBe(true);
	});

	it('is deleted with 202', async () => {
		await todo({});
		const reply = await erp('DELETE', 'resource/ToDo/TODO-00001');
		expect([reply.status, reply.json()]).toEqual([202, { message: 'ok' }]);
		expect((await erp('GET', 'resource/ToDo/TODO-00001')).status).toBe(404);
		expect((await erp('DELETE', 'resource/ToDo/TODO-00001')).status).toBe(404);
	});

	it.each([
		['GET', 'resource/Delivery%20Note/none', undefined, 404, 'DoesNotExistError'],
		['PUT', 'resource/Delivery%20Note/none', { status: 'Closed' }, 404, 'DoesNotExistError'],
		['GET', 'resource/Spaceship', undefined, 404, 'DoesNotExistError'],
		['POST', 'resource/Issue', { description: 'no subject' }, 417, 'MandatoryError'],
		['POST', 'resource/Issue', [1], 417, 'ValidationError'],
	])('%s %s %j is refused with %i', async (method, path, body, status, type) => {
		const reply = await erp(method, path, body);
		expect([reply.status, reply.json().exc_type]).toEqual([status, type]);
		const [message] = JSON.parse(String(reply.json()._server_messages)) as string[];
		expect(JSON.parse(String(message))).toMatchObject({ message: expect.any(String) });
	});

	it('keeps fields that it has or that were added, and drops others', async () => {
		const made = await todo({ custom_carrier: 'Radaro', colour: 'red' });
		expect(made).toMatchObject({ custom_carrier: 'Radaro' });
		expect(made).not.toHaveProperty('colour');
		expect(await changes()).toMatchObject([
			{
				action: 'created',
				doctype: 'ToDo',
				name: 'TODO-00001',
				values: { description: 'Call the customer', custom_carrier: 'Radaro' },
				ignored: ['colour'],
			},
		]);
		await bench.control('PATCH', 'erp/settings', { unknownFields: 'refused' });
		const refused = await erp('PUT', 'resource/ToDo/TODO-00001', { colour: 'red' });
		expect([refused.status, refused.text]).toEqual([417, expect.stringContaining('colour')]);
	});
});

describe('a list', () => {
	beforeEach(async () => {
		for (const [description, priority, date] of [
			['Call Ada', 'High', '2026-01-09'],
			['Call Bob', 'Low', '2026-01-10'],
			['Write to Ada', 'Low', '2026-02-01'],
		]) {
			await todo({ description, priority, date });
		}
	});

	it('gives names, the latest change first, unless it is asked otherwise', async () => {
		expect((await list('ToDo', {})).json()).toEqual({
			data: [{ name: 'TODO-00003' }, { name: 'TODO-00002' }, { name: 'TODO-00001' }],
		});
		expect((await list('ToDo', { order_by: 'name asc', fields: ['date'] })).json()).toEqual({
			data: [{ date: '2026-01-09' }, { date: '2026-01-10' }, { date: '2026-02-01' }],
		});
		const [whole] = (await list('ToDo', { fields: ['*'] })).json<{ data: Dict[] }>().data;
		expect(whole).toMatchObject({
			name: 'TODO-00003',
			description: 'Write to Ada',
			owner: expect.any(String),
		});
	});

	it.each([
		[[['priority', '=', 'Low']], ['TODO-00002', 'TODO-00003']],
		[[['ToDo', 'priority', '!=', 'Low']], ['TODO-00001']],
		[[['description', 'like', '%ada']], ['TODO-00001', 'TODO-00003']],
		[[['description', 'not like', 'Call%']], ['TODO-00003']],
		[
			[
				['date', '>', '2026-01-09'],
				['date', '<=', '2026-01-10'],
			],
			['TODO-00002'],
		],
		[[['date', 'between', ['2026-01-10', '2026-03-01']]], ['TODO-00002', 'TODO-00003']],
		[[['name', 'in', ['TODO-00001', 'TODO-00003']]], ['TODO-00001', 'TODO-00003']],
		[[['name', 'not in', 'TODO-00001,TODO-00003']], ['TODO-00002']],
		[[['allocated_to', 'is', 'set']], []],
		[{ priority: 'High' }, ['TODO-00001']],
		[{ date: ['>=', '2026-02-01'] }, ['TODO-00003']],
	])('filters by %j', async (filters, expected) => {
		expect(names(await list('ToDo', { filters, order_by: 'name asc' }))).toEqual(expected);
	});

	it('takes alternatives, and pages', async () => {
		const or_filters = [
			['priority', '=', 'High'],
			['date', '=', '2026-02-01'],
		];
		expect(names(await list('ToDo', { or_filters }))).toEqual(['TODO-00003', 'TODO-00001']);
		const page = { limit_start: '1', limit_page_length: '1' };
		expect(names(await list('ToDo', page))).toEqual(['TODO-00002']);
		expect(names(await list('ToDo', { limit: '2' }))).toHaveLength(2);
		for (let count = 0; count < 20; count++) await todo({});
		expect(names(await list('ToDo', {}))).toHaveLength(20);
		expect(names(await list('ToDo', { limit_page_length: '0' }))).toHaveLength(23);
		// As n8n's node reads on, until a page is empty.
		expect(names(await list('ToDo', { limit_start: '999' }))).toEqual([]);
	});

	it.each([
		[{ filters: '[[' }],
		[{ filters: '"name"' }],
		[{ filters: [['name', '~', 'x']] }],
		[{ fields: '"name"' }],
		[{ order_by: 'name; drop' }],
		[{ limit_start: 'x' }],
	])('refuses %j', async (query) => {
		expect((await list('ToDo', query)).status).toBe(417);
	});
});

it('describes its kinds of records, for choosing them', async () => {
	expect(names(await erp('GET', 'resource/DocType'))).toEqual(
		expect.arrayContaining(['Delivery Note', 'Sales Order', 'Issue', 'ToDo']),
	);
	const { data } = (await erp('GET', 'resource/DocType/Delivery%20Note')).json<{
		data: { fields: Dict[] };
	}>();
	expect(data.fields).toContainEqual({ fieldname: 'lr_no', label: 'Lr no', fieldtype: 'Data' });
});

describe('what is there from the start', () => {
	it('sales orders that wait, and one more on demand, which no program changed', async () => {
		const filters = [['docstatus', '=', 1]];
		expect(names(await list('Sales Order', { filters }))).toHaveLength(3);
		const { name } = (await bench.control('POST', 'erp/orders', {})).json();
		const order = (await erp('GET', `resource/Sales%20Order/${String(name)}`)).json<{
			data: Dict;
		}>();
		expect(order.data).toMatchObject({
			status: 'To Deliver and Bill',
			customer: 'Bay Cafe',
			items: [{ item_code: 'CHAIR-OAK-02', qty: 2, rate: 189, amount: 378 }],
			grand_total: 378,
		});
		expect(await changes()).toEqual([]);
	});

	it('a delivery note for every job, before anybody is told of the job', async () => {
		const receiver = await Receiver.start();
		const seen: number[] = [];
		receiver.answer = async () => {
			seen.push((await erp('GET', 'resource/Delivery%20Note/A-1')).status);
			return 200;
		};
		await bench.control('PUT', 'radaro/webhooks', { urls: [receiver.url()] });
		await bench.control('POST', 'radaro/jobs', { external_id: 'A-1' });
		receiver.close();
		expect(seen).toEqual([200]);
		expect(await changes()).toEqual([]);
	});

	it('one for every order of a tour', async () => {
		const receiver = await Receiver.start();
		const action = { name: 'test', url: receiver.url(), headers: { secret: 'a-secret' } };
		const hook = { routigoEvent: 'TOUR_PLANNED', routigoEventType: 'TOUR', action };
		await bench.control('POST', 'routigo/webhooks', hook);
		const { id, job } = (await bench.control('POST', 'routigo/tours', { count: 2 })).json();
		await bench.control('POST', `routigo/jobs/${String(id)}/steps/plan`, {});
		receiver.close();
		const { shipments } = job as { shipments: Array<{ order: Dict }> };
		expect(shipments).toHaveLength(2);
		for (const { order } of shipments) {
			const note = await erp('GET', `resource/Delivery%20Note/${String(order.identifier)}`);
			expect(note.status).toBe(200);
		}
	});

	it('not where the setting says so, but by hand', async () => {
		await bench.control('PATCH', 'erp/settings', { notesForJobs: false });
		await bench.control('POST', 'radaro/jobs', { external_id: 'A-1' });
		expect((await erp('GET', 'resource/Delivery%20Note/A-1')).status).toBe(404);
		const record = { doctype: 'Delivery Note', name: 'A-1', values: { customer: 'Ada' } };
		expect((await bench.control('POST', 'erp/records', record)).status).toBe(201);
		expect((await erp('GET', 'resource/Delivery%20Note/A-1')).json()).toMatchObject({
			data: { customer: 'Ada', status: 'Draft' },
		});
		const unknown = await bench.control('POST', 'erp/records', { ...record, doctype: 'Spaceship' });
		expect(unknown.status).toBe(404);
	});
});

it('fails on demand, as the services do', async () => {
	await bench.control('POST', 'erp/faults', { kind: 'status', status: 503, times: 1 });
	expect((await erp('GET', 'resource/ToDo')).status).toBe(503);
	expect((await erp('GET', 'resource/ToDo')).status).toBe(200);
});

it('counts each record once, shows the latest change first, and never the secret', async () => {
	await todo({ custom_note: ERP_SECRET });
	await erp('PUT', 'resource/ToDo/TODO-00001', { status: 'Closed' });
	await todo({});
	await erp('DELETE', 'resource/ToDo/TODO-00002');
	const reply = await bench.control('GET', 'state');
	const state = reply.json<{ erp: { changes: Dict[] }; counts: Dict }>();
	expect(state.counts.erpRecords).toBe(2);
	expect(state.erp.changes.map(({ action, name }) => [action, name])).toEqual([
		['deleted', 'TODO-00002'],
		['created', 'TODO-00002'],
		['updated', 'TODO-00001'],
		['created', 'TODO-00001'],
	]);
	const requests = (await bench.control('GET', 'erp/requests')).text;
	for (const text of [requests, bench.sandbox.logLines().join('\n')]) {
		expect(text).toContain('ToDo');
		expect(text).not.toContain(ERP_SECRET);
	}
});

it('is there after a restart, and as it was after a reset', async () => {
	const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'state.json');
	const first = await Bench.start({ stateFile });
	await http(`${first.sandbox.url}/erp/api/resource/ToDo`, 'POST', { description: 'x' }, LOGIN);
	await first.sandbox.close();
	const second = await Bench.start({ stateFile });
	const read = (): Promise<Reply> =>
		http(`${second.sandbox.url}/erp/api/resource/ToDo/TODO-00001`, 'GET', undefined, LOGIN);
	expect((await read()).status).toBe(200);
	expect((await second.control('GET', 'erp/changes')).json()).toHaveLength(1);
	await second.control('POST', 'reset');
	expect((await read()).status).toBe(404);
	expect((await second.control('GET', 'erp/changes')).json()).toEqual([]);
	await second.sandbox.close();
});
