import type { Spreadsheet } from '../../support/google';
import { routigoOrder } from '../../support/routigoOrder';
import type { Stage } from '../../support/stage';
import { type StoryWorkflow, templateFile } from '../../support/storyWorkflow';
import { headingsOf } from '../../support/templates';

export function deliveryLog(stage: () => Stage): void {
	const open = async (): Promise<{ log: StoryWorkflow; sheet: Spreadsheet }> => {
		const headings = headingsOf(await templateFile('delivery-log'));
		const sheet = stage().story.google.spreadsheet('Deliveries', headings);
		const changes = { 'Add a row': { documentId: sheet.documentId } };
		return { log: await stage().listening('delivery-log', changes), sheet };
	};

	it('writes one row per event, also when it is sent again, and changes no text', async () => {
		const { log, sheet } = await open();
		const customer = { name: '=HYPERLINK("x")', phone: '+61400555001' };
		const { id } = await stage().radaro({
			external_id: '000451',
			title: '9300675024235012',
			customer,
		});
		let executions = await log.executions(1);
		// One after the other: rows of executions that overlap stand in any order.
		for (const step of ['assign', 'repeat', 'items']) {
			await stage().step('radaro', id, step);
			executions = await log.executions(executions.length + 1);
		}
		expect(executions.map(({ error }) => error)).toEqual(Array(4).fill(undefined));
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

	it('brings all four services into the same columns', async () => {
		const { log, sheet } = await open();
		const played = [
			await stage().radaro({ external_id: '000451' }),
			await stage().detrack({
				do_number: '000452',
				phone_number: '+61400555012',
				invoice_amount: '12.50',
			}),
			await stage().routigo(
				{ orders: [routigoOrder('000453')] },
				{ plan: {}, assign: {}, start: {}, done: {} },
			),
			await stage().readyCloud({ primary_id: '000454' }, { ship: { tracking_number: '0940' } }),
		];
		const calls = played.reduce((sum, each) => sum + each.calls, 0);
		const executions = await log.executions(calls);
		expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
		const rows = sheet.rows();
		expect(rows).toHaveLength(calls);
		const told = rows.map(({ provider, reference }) => `${provider} ${reference}`);
		expect([...new Set(told)].sort()).toEqual([
			'detrack 000452',
			'radaro 000451',
			'readyCloud 000454',
			// A tour as a whole has no reference.
			'routigo ',
			'routigo 000453',
		]);
		expect(rows.find(({ provider }) => provider === 'detrack')).toMatchObject({
			recipientPhone: '+61400555012',
			amount: '12.50',
		});
		expect(rows.find(({ provider }) => provider === 'readyCloud')).toMatchObject({
			amount: '203.00',
			currency: 'USD',
		});
		expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(calls);
	});

	it('tries again when Google is busy', async () => {
		const { log, sheet } = await open();
		stage().story.google.failNext(429);
		await stage().radaro({});
		await log.executions(1);
		expect(sheet.rows()).toHaveLength(1);
	});

	it('fills a column wherever its heading stands, and leaves out what has none', async () => {
		const headings = ['eventId', 'status', 'My note', 'reference'];
		const sheet = stage().story.google.spreadsheet('Deliveries', headings);
		const changes = { 'Add a row': { documentId: sheet.documentId } };
		const log = await stage().listening('delivery-log', changes);
		await stage().radaro({ external_id: 'SO-1' });
		await log.executions(1);
		expect(sheet.rows()).toEqual([
			{ eventId: expect.any(String), status: 'created', 'My note': '', reference: 'SO-1' },
		]);
	});
}
