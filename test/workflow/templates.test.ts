import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { RADARO_WEBHOOK_TOKEN } from '../../sandbox/radaro/defaults';
import { fixture } from '../support/fixtures';
import type { Spreadsheet } from '../support/google';
import { Story } from '../support/story';
import type { Changes, StoryWorkflow } from '../support/storyWorkflow';
import { templateFile } from '../support/storyWorkflow';
import { headingsOf, TEMPLATES } from '../support/templates';

let story: Story;
beforeAll(async () => {
	story = await Story.open();
}, 900_000);
afterAll(async () => {
	await story.close();
}, 60_000);
beforeEach(async () => {
	story.intercept.forget();
	await story.control('POST', 'reset');
});
afterEach(async () => {
	expect(story.intercept.refused).toEqual([]);
	expect(await story.written()).not.toContain('[object');
});
jest.setTimeout(120_000);

const MAIL = { fromEmail: 'n8n@example.com', toEmail: 'dispatch@example.com' };

/** Imports and activates a template, and has Radaro call it. */
async function listening(name: string, changes: Changes = {}): Promise<StoryWorkflow> {
	const workflow = await (await story.importTemplate(name, changes)).activate();
	await story.connectRadaro(workflow);
	return workflow;
}

/** A Radaro job that goes through some steps, each with what is said there. */
async function job(values: object, steps: Record<string, object> = {}): Promise<void> {
	const { job: made } = await story.control<{ job: { order_id: number } }>(
		'POST',
		'radaro/jobs',
		values,
	);
	for (const [step, options] of Object.entries(steps)) {
		await story.control('POST', `radaro/jobs/${made.order_id}/steps/${step}`, options);
	}
}

describe.each(TEMPLATES)('the template %s', (name) => {
	it('says what is missing when it is activated without credentials', async () => {
		const workflow = await story.rest.importWorkflow(await templateFile(name));
		await expect(story.rest.activate(workflow)).rejects.toThrow(/Missing required credential: /);
	});

	it('keeps every setting when it is opened and saved in the editor', async () => {
		const types = await story.rest.nodeTypes();
		for (const node of (await templateFile(name)).nodes) {
			const { typeVersion } = node;
			const type = types.find(
				(each) => each.name === node.type && [each.version].flat().includes(Number(typeVersion)),
			);
			const given = node.parameters as INodeParameters;
			const kept = NodeHelpers.getNodeParameters(
				type?.properties as INodeProperties[],
				given,
				true,
				false,
				{ typeVersion: Number(typeVersion) },
				null,
			);
			expect(kept).toMatchObject(given);
		}
	});
});

describe('delivery log', () => {
	const open = async (): Promise<{ log: StoryWorkflow; sheet: Spreadsheet }> => {
		const headings = headingsOf(await templateFile('delivery-log'));
		const sheet = story.google.spreadsheet('Deliveries', headings);
		const changes = { 'Add a row': { documentId: sheet.documentId } };
		return { log: await listening('delivery-log', changes), sheet };
	};

	it('writes one row per event, also when it is sent again, and changes no text', async () => {
		const { log, sheet } = await open();
		const customer = { name: '=HYPERLINK("x")', phone: '+61400555001' };
		await job(
			{ external_id: '000451', title: '9300675024235012', customer },
			{ assign: {}, repeat: {}, items: {} },
		);
		const executions = await log.executions(4);
		expect(executions.map(({ error }) => error)).toEqual([
			undefined,
			undefined,
			undefined,
			undefined,
		]);
		const rows = sheet.rows();
		expect(rows.map(({ event }) => event)).toEqual([
			'job_created',
			'status_changed',
			'items_changed',
		]);
		for (const row of rows) {
			expect(row).toMatchObject({
				reference: '000451',
				orderNumber: '9300675024235012',
				recipientName: '=HYPERLINK("x")',
				recipientPhone: '+61400555001',
				photoUrls: '[]',
			});
		}
		expect(rows[1]?.occurredAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+[+-]\d\d:\d\d$/);
		expect(rows[1]?.latitude).toMatch(/^-3\d\.\d+$/);
		expect(JSON.parse(rows[2]?.items ?? '')).toContainEqual(
			expect.objectContaining({ sku: 'LAMP-BRS-11', description: 'Brass floor lamp' }),
		);
	});

	it('tries again when Google is busy', async () => {
		const { log, sheet } = await open();
		story.google.failNext(429);
		await job({});
		await log.executions(1);
		expect(sheet.rows()).toHaveLength(1);
	});

	it('fills a column wherever its heading stands, and leaves out what has none', async () => {
		const sheet = story.google.spreadsheet('Deliveries', [
			'eventId',
			'status',
			'My note',
			'reference',
		]);
		const log = await listening('delivery-log', { 'Add a row': { documentId: sheet.documentId } });
		await job({ external_id: 'SO-1' });
		await log.executions(1);
		expect(sheet.rows()).toEqual([
			{ eventId: expect.any(String), status: 'created', 'My note': '', reference: 'SO-1' },
		]);
	});
});

describe('low rating', () => {
	const open = async () =>
		await listening('low-rating', { 'Mail the rating': MAIL, 'Mail the codes': MAIL });
	const delivered = { assign: {}, start: {}, deliver: {} };
	const subjects = async () => (await story.mails()).map(({ subject }) => subject);

	it('mails a rating of 6 or less, and no better one', async () => {
		const log = await open();
		for (const rating of [6, 7, 1]) {
			const comment = 'The box was wet';
			await job({ external_id: `SO-${rating}` }, { ...delivered, rate: { rating, comment } });
		}
		await log.executions(3);
		expect((await subjects()).sort()).toEqual(['SO-1: rated 1', 'SO-6: rated 6']);
		expect((await story.mails())[0]?.text).toContain('Comment: The box was wet');
	});

	it('mails nothing for a comment without a rating', async () => {
		const log = await open();
		const rated = fixture('radaro/05-job-customer-rated-second-delivered.json');
		const info = { ...(rated.order_info as object), rating: null };
		const body = { ...rated, order_info: info, token: RADARO_WEBHOOK_TOKEN };
		await story.control('POST', 'radaro/send', { body });
		await log.executions(1);
		expect(await subjects()).toEqual([]);
	});

	it('mails the completion codes of a failed job, and of no other', async () => {
		const log = await open();
		await job({ external_id: 'SO-1' }, { ...delivered, codes: {} });
		await job({ external_id: 'SO-2' }, { assign: {}, fail: {}, codes: { codes: [204] } });
		await log.executions(2);
		expect(await subjects()).toEqual(['SO-2: Customer not home']);
	});
});

describe('PostgreSQL staging table', () => {
	it('gets one row per delivered job, with lists as text', async () => {
		const log = await story.importTemplate('erp-postgres');
		expect((await log.run('Run once')).error).toBeUndefined();
		await log.activate();
		await story.connectRadaro(log);
		const steps = { assign: {}, start: {}, deliver: {}, repeat: {}, rate: {} };
		await job({ external_id: '000451', customer: { name: "Siobhan O'Neill" } }, steps);
		// One by hand, and two calls for the delivery.
		const executions = await log.executions(3);
		expect(executions.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		const rows = await story.postgres.query('SELECT * FROM delivery_staging');
		expect(rows).toEqual([
			expect.objectContaining({
				reference: '000451',
				status: 'delivered',
				is_final: true,
				recipient_name: "Siobhan O'Neill",
				photo_urls: '',
				items: '[]',
				changed_fields: 'status',
				attempt: null,
				processed_at: null,
			}),
		]);
		expect(rows[0]?.latitude).toEqual(expect.any(Number));
	});
});
