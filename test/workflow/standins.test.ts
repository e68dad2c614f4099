import type { Node } from '../support/chain';
import type { Spreadsheet } from '../support/google';
import { Story } from '../support/story';

let story: Story;
beforeAll(async () => {
	story = await Story.open();
}, 900_000);
afterAll(async () => {
	await story.close();
});
beforeEach(async () => {
	story.intercept.forget();
	await story.control('POST', 'reset');
});
jest.setTimeout(90_000);

/** A row with everything that a spreadsheet likes to change. */
const ROW = {
	eventId: 'e-1',
	reference: '000451',
	phone: '+61400555001',
	spaced: '+61 400 555 001',
	barcode: '9300675024235012',
	amount: '12.50',
	day: '2025-06-18',
	occurredAt: '2025-06-18T06:30:00Z',
	formula: '=1+1',
	latitude: -38.14712,
	isFinal: true,
	attempt: null,
	photoUrls: ['https://files.example.com/1.jpg', 'https://files.example.com/2.jpg'],
	items: [{ sku: '00451', quantity: 2, description: 'Pipe 5" {steel}' }],
	changedFields: [],
};
const HEADINGS = Object.keys(ROW);
const RAW = { cellFormat: 'RAW', useAppend: true };
const auto = { mappingMode: 'autoMapInputData', value: {}, matchingColumns: [], schema: [] };
const defined = (value: object) => ({ ...auto, mappingMode: 'defineBelow', value });

function node(type: string, typeVersion: number, parameters: Record<string, unknown>): Node {
	return { name: 'Node', type: `n8n-nodes-base.${type}`, typeVersion, parameters };
}

function sheets(operation: string, sheet: Spreadsheet, parameters: object = {}): Node {
	return node('googleSheets', 4.7, {
		operation,
		documentId: sheet.documentId,
		sheetName: { __rl: true, mode: 'name', value: 'Log' },
		columns: auto,
		options: RAW,
		...parameters,
	});
}

describe('Google Sheets', () => {
	it('keeps text as it came, and lists as JSON, with the cell format RAW', async () => {
		const log = story.google.spreadsheet('Log', HEADINGS);
		const { status } = await story.runNodes([ROW], sheets('append', log));
		expect(status).toBe('success');
		expect(log.rows()).toEqual([
			{
				eventId: 'e-1',
				reference: '000451',
				phone: '+61400555001',
				spaced: '+61 400 555 001',
				barcode: '9300675024235012',
				amount: '12.50',
				day: '2025-06-18',
				occurredAt: '2025-06-18T06:30:00Z',
				formula: '=1+1',
				latitude: '-38.14712',
				isFinal: 'TRUE',
				attempt: '',
				photoUrls: '["https://files.example.com/1.jpg","https://files.example.com/2.jpg"]',
				items: '[{"sku":"00451","quantity":2,"description":"Pipe 5\\" {steel}"}]',
				changedFields: '[]',
			},
		]);
	});

	it("changes text that looks like something else with the node's own cell format", async () => {
		const log = story.google.spreadsheet('Log', HEADINGS);
		await story.runNodes([ROW], sheets('append', log, { options: {} }));
		expect(log.rows()).toEqual([
			expect.objectContaining({
				reference: '451',
				phone: '61400555001',
				spaced: '#ERROR!',
				barcode: '9.30E+15',
				amount: '12.5',
				formula: '#ERROR!',
			}),
		]);
		// 18 June 2025 is the 45,826th day of a sheet's calendar.
		const [[day] = []] = log.sheet.read(
			{ sheet: 'Log', top: 1, bottom: 1, left: 6, right: 6 },
			'UNFORMATTED_VALUE',
		);
		expect(day).toBe(45_826);
	});

	it('refuses more columns than a new tab has', async () => {
		const log = story.google.spreadsheet('Log');
		const wide = Object.fromEntries(Array.from({ length: 27 }, (_, i) => [`column${i}`, i]));
		const { status, data } = await story.runNodes([wide], sheets('append', log));
		expect(status).toBe('error');
		expect(JSON.stringify(data)).toContain('tried writing to column [AA]');
		expect(log.rows()).toEqual([]);
	});

	it('fills only columns that have a heading, when told to leave out the others', async () => {
		const log = story.google.spreadsheet('Log', ['eventId', 'note', 'reference']);
		const options = { ...RAW, handlingExtraData: 'ignoreIt' };
		await story.runNodes([ROW], sheets('append', log, { options }));
		expect(log.rows()).toEqual([{ eventId: 'e-1', note: '', reference: '000451' }]);
	});

	it('keeps the rows of executions that run at the same time', async () => {
		const log = story.google.spreadsheet('Log', HEADINGS);
		const ids = ['a', 'b', 'c', 'd'];
		await Promise.all(
			ids.map((eventId) => story.runNodes([{ ...ROW, eventId }], sheets('append', log))),
		);
		expect(
			log
				.rows()
				.map(({ eventId }) => eventId)
				.sort(),
		).toEqual(ids);
	});

	it('reads, updates and adds rows by a column', async () => {
		const log = story.google.spreadsheet('Log', ['eventId', 'state']);
		await story.runNodes([{ eventId: '01', state: 'send' }], sheets('append', log));
		const read = await story.runNodes([{}], sheets('read', log));
		expect(read.items.Node).toEqual([{ row_number: 2, eventId: '01', state: 'send' }]);

		const byId = { columns: { ...auto, matchingColumns: ['eventId'] } };
		const update = [{ eventId: '01', state: 'sent' }];
		await story.runNodes(update, sheets('update', log, byId));
		expect(log.rows()).toEqual([{ eventId: '01', state: 'sent' }]);
		const both = [
			{ eventId: '01', state: 'done' },
			{ eventId: '02', state: 'new' },
		];
		await story.runNodes(both, sheets('appendOrUpdate', log, byId));
		expect(log.rows()).toEqual(both);
	});

	it('renews an access token that has run out', async () => {
		const log = story.google.spreadsheet('Log', HEADINGS);
		await story.credential('googleSheetsOAuth2Api');
		story.google.tokens.expireAll();
		const { status } = await story.runNodes([ROW], sheets('append', log));
		expect([status, log.rows().length]).toEqual(['success', 1]);
		expect(story.intercept.callsTo('oauth2.googleapis.com')).toEqual([
			{ method: 'POST', url: 'https://oauth2.googleapis.com/token' },
		]);
	});

	it('lets a service account in, and nobody with another key', async () => {
		const log = story.google.spreadsheet('Log', HEADINGS);
		const authentication = 'serviceAccount';
		await story.runNodes([ROW], sheets('append', log, { authentication }));
		expect(log.rows()).toHaveLength(1);

		const { id } = await story.credential('googleApi');
		const email = 'somebody-else@test-project.iam.gserviceaccount.com';
		const data = { email, privateKey: story.google.tokens.privateKey };
		await story.rest.updateCredential(id, { name: 'Other', type: 'googleApi', data });
		const refused = await story.runNodes([ROW], sheets('append', log, { authentication }));
		expect([refused.status, log.rows().length]).toEqual(['error', 1]);
	});

	it('fails as often as told', async () => {
		const log = story.google.spreadsheet('Log', HEADINGS);
		const append = sheets('append', log);
		story.google.failNext(429);
		const once = await story.runNodes([ROW], append);
		expect([once.status, log.rows().length]).toEqual(['error', 0]);
		story.google.failNext(429);
		const retry = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
		const twice = await story.runNodes([ROW], { ...append, ...retry });
		expect([twice.status, log.rows().length]).toEqual(['success', 1]);
	});
});

describe('ERPNext', () => {
	const note = { resource: 'document', docType: 'Delivery Note', documentName: 'SO-100482' };
	const writing = (field: string): Node => {
		const properties = { customProperty: [{ field, value: '={{ $json.reference }}' }] };
		return node('erpNext', 1, { ...note, operation: 'update', properties });
	};

	beforeEach(async () => {
		const record = {
			doctype: 'Delivery Note',
			name: 'SO-100482',
			values: { customer: 'Bay Cafe' },
		};
		await story.control('POST', 'erp/records', record);
	});

	it('gets and updates a delivery note under its host in the cloud', async () => {
		await story.runNodes([ROW], writing('instructions'));
		const { items } = await story.runNodes([{}], node('erpNext', 1, { ...note, operation: 'get' }));
		expect(items.Node).toEqual([
			expect.objectContaining({ customer: 'Bay Cafe', instructions: '000451' }),
		]);
		expect(story.intercept.callsTo('harbour.erpnext.com').map(({ method }) => method)).toEqual([
			'PUT',
			'GET',
		]);
	});

	it('finds orders by a field', async () => {
		const filters = {
			customProperty: [{ field: 'customer', operator: 'is', value: 'Altona Library' }],
		};
		const { items } = await story.runNodes(
			[{}],
			node('erpNext', 1, {
				resource: 'document',
				operation: 'getAll',
				docType: 'Sales Order',
				returnAll: true,
				options: { fields: ['customer'], filters },
			}),
		);
		expect(items.Node).toEqual([{ customer: 'Altona Library' }]);
	});

	it('refuses a field that a note does not have, when told to check', async () => {
		await story.control('PATCH', 'erp/settings', { unknownFields: 'refused' });
		const { status } = await story.runNodes([ROW], writing('no_such_field'));
		expect(status).toBe('error');
	});
});

describe.each(['odooApiKeyApi', 'odooApi'])('Odoo, with %s', (authentication) => {
	const odoo = (operation: string, parameters: object): Node =>
		node('odoo', 2, {
			authentication,
			resource: 'custom',
			operation,
			customResource: { __rl: true, mode: 'id', value: 'stock.picking' },
			...parameters,
		});
	const find = odoo('getAll', {
		returnAll: true,
		options: { fieldsList: 'name,state' },
		filters: { filter: [{ fieldName: 'name', operator: 'equal', value: 'SO-100482' }] },
	});

	beforeEach(() => {
		story.odoo.models.define('stock.picking', { name: 'char', state: 'selection' });
		story.odoo.models.put('stock.picking', { name: 'SO-100481', state: 'draft' });
	});

	it('creates, finds and updates records', async () => {
		const name = { name: 'SO-100482', state: 'assigned' };
		const made = await story.runNodes([{}], odoo('create', { fieldsToSend: defined(name) }));
		expect(made.items.Node).toEqual([{ id: 2 }]);
		const found = await story.runNodes([{}], find);
		expect(found.items.Node).toEqual([{ id: 2, ...name }]);
		const recordId = { __rl: true, mode: 'id', value: '2' };
		const fieldsToSend = defined({ state: 'done' });
		await story.runNodes([{}], odoo('update', { recordId, fieldsToSend }));
		expect(story.odoo.models.all('stock.picking').map(({ state }) => state)).toEqual([
			'draft',
			'done',
		]);
	});

	it('refuses a field that the model does not have', async () => {
		const fieldsToSend = defined({ no_such_field: 1 });
		const { data } = await story.runNodes([{}], odoo('create', { fieldsToSend }));
		expect(JSON.stringify(data)).toContain("Invalid field 'no_such_field'");
		expect(story.odoo.models.all('stock.picking')).toHaveLength(1);
	});
});

it('writes to a real PostgreSQL', async () => {
	await story.postgres.run('CREATE TABLE log (reference text, amount numeric, items text)');
	const value = {
		reference: '={{ $json.reference }}',
		amount: '={{ $json.amount }}',
		items: '={{ JSON.stringify($json.items) }}',
	};
	const insert = node('postgres', 2.6, {
		resource: 'database',
		operation: 'insert',
		schema: { __rl: true, mode: 'list', value: 'public' },
		table: { __rl: true, mode: 'name', value: 'log' },
		columns: defined(value),
		options: {},
	});
	const { status } = await story.runNodes([ROW], insert);
	expect(status).toBe('success');
	expect(await story.postgres.query('SELECT * FROM log')).toEqual([
		{
			reference: '000451',
			amount: 12.5,
			items: '[{"sku":"00451","quantity":2,"description":"Pipe 5\\" {steel}"}]',
		},
	]);
});

it('delivers a mail with the picture that it was given', async () => {
	const picture = Buffer.from('89504e470d0a1a0a', 'hex');
	story.intercept.route('files.example.com', () => ({
		statusCode: 200,
		headers: { 'content-type': 'image/png' },
		body: picture,
	}));
	const url = 'https://files.example.com/proof.png';
	const download: Node = {
		...node('httpRequest', 4.2, {
			url,
			options: { response: { response: { responseFormat: 'file' } } },
		}),
		name: 'Download',
	};
	const { error } = await story.runNodes(
		[{}],
		download,
		node('emailSend', 2.1, {
			fromEmail: 'n8n@example.com',
			toEmail: 'dispatch@example.com',
			subject: 'Proof',
			emailFormat: 'text',
			text: 'See the picture.',
			options: { attachments: 'data', appendAttribution: false },
		}),
	);
	expect(error).toBeUndefined();
	const [mail] = await story.mails();
	expect(mail).toMatchObject({
		to: 'dispatch@example.com',
		subject: 'Proof',
		attachments: [{ name: 'proof.png', type: 'image/png', size: 8 }],
	});
	if (mail) expect(await story.attachment(mail, 0)).toEqual(picture);
});

describe('the internet', () => {
	it("leads to the sandbox under Radaro's own address", async () => {
		await story.control('POST', 'radaro/jobs', { external_id: 'SO-100482' });
		const { items } = await story.runNodes([{}], {
			name: 'Node',
			type: 'n8n-nodes-lastmile.radaro',
			typeVersion: 1,
			parameters: {
				resource: 'job',
				operation: 'get',
				job: { __rl: true, mode: 'externalId', value: 'SO-100482' },
			},
		});
		expect(items.Node).toEqual([expect.objectContaining({ reference: 'SO-100482' })]);
		expect(story.intercept.callsTo('api.radaro.com.au')).not.toEqual([]);
		expect(story.intercept.refused).toEqual([]);
	});

	it('ends at any other host', async () => {
		const { status } = await story.runNodes(
			[{}],
			node('httpRequest', 4.2, { url: 'https://www.example.org/page?key=1', options: {} }),
		);
		expect(status).toBe('error');
		expect(story.intercept.refused).toEqual([
			{ method: 'GET', url: 'https://www.example.org/page' },
		]);
	});
});
