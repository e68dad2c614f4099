import axios from 'axios';

import { deliveryEventSchema } from '../../../nodes/shared/event/deliveryEvent';
import { RADARO_WEBHOOK_TOKEN } from '../../../sandbox/radaro/defaults';
import { EventLog, logRow } from '../../support/eventLog';
import { fixture } from '../../support/fixtures';
import { routigoOrder } from '../../support/routigoOrder';
import type { Stage } from '../../support/stage';
import { templateFile } from '../../support/storyWorkflow';

/** More than all tables together may have in this n8n, in texts of 100 kB. */
const TOO_MUCH = 60;

export function receiving(stage: () => Stage): void {
	it('makes the tables, and none that is there already', async () => {
		const log = await EventLog.open(stage());
		await log.add({ eventId: 'kept' });
		const { error } = await log.receive.run('Make the tables');
		expect(error).toBeUndefined();
		expect(await log.rows('delivery_events')).toHaveLength(1);
		const tables = await stage().story.rest.listDataTables();
		const made = tables.filter(({ name }) => name.startsWith('delivery_'));
		expect(made.map(({ name }) => name).sort()).toEqual([
			'delivery_events',
			'delivery_problems',
			'delivery_readers',
			'delivery_told',
		]);
		const columns = made.find(({ name }) => name === 'delivery_events')?.columns ?? [];
		const names = columns.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(Object.keys(deliveryEventSchema.shape)));
	});

	it('says which other tables n8n would take for those of the log', async () => {
		const log = await EventLog.open(stage());
		const said = async () => (await log.receive.run('Make the tables')).error;
		await log.beside('delivery_events backup', async () => {
			expect(await said()).toMatch(
				/^A table is in the way: “delivery_events backup”\. .+ Rename it /,
			);
			// n8n takes an underscore for any letter, and capitals for small ones.
			await log.beside('Old Delivery Jobs', async () => {
				expect(await said()).toContain('“delivery_events backup”, “Old Delivery Jobs”. ');
			});
		});
		await log.beside('old deliveries', async () => {
			expect(await said()).toBeUndefined();
		});
	});

	it('keeps the events of all four services before it answers', async () => {
		const log = await EventLog.open(stage());
		await stage().connected(log.receive);
		const played = [
			await stage().radaro({ external_id: '000451' }, { assign: {} }),
			await stage().detrack({ do_number: '000452' }, { assign: {} }),
			await stage().routigo({ orders: [routigoOrder('000453')] }, { plan: {} }),
			await stage().readyCloud({ primary_id: '000454' }),
		];
		const rows = await log.rows('delivery_events');
		expect(rows).toHaveLength(played.reduce((sum, { calls }) => sum + calls, 0));
		expect([...new Set(rows.map(({ provider }) => provider))].sort()).toEqual([
			'detrack',
			'radaro',
			'readyCloud',
			'routigo',
		]);
		expect(rows.find(({ reference }) => reference === '000451')).toMatchObject({
			photoUrls: '[]',
			isFinal: false,
		});
	});

	it('shows its samples when it is tried, and touches nothing', async () => {
		const log = await EventLog.open(stage());
		const { error, items } = await log.receive.run('Radaro Trigger');
		expect(error).toBeUndefined();
		expect(items["The table's columns"]?.map(({ reference }) => reference)).toEqual([
			'SAMPLE-1001',
			'SAMPLE-1002',
		]);
		expect(await log.rows('delivery_events')).toEqual([]);
	});

	it('keeps a row with a column that the table lacks', async () => {
		const log = await EventLog.open(stage());
		const { nodes } = await templateFile('event-log/receive');
		const named = (name: string) => nodes.filter((node) => node.name === name);
		const row = { ...logRow({ eventId: 'e1', reference: '007' }), oneMore: 'new' };
		const { error } = await stage().story.runNodes(
			[row],
			...named("The table's columns"),
			...named('Keep'),
		);
		expect(error).toBeUndefined();
		expect(await log.rows('delivery_events')).toEqual([
			expect.objectContaining({ eventId: 'e1', reference: '007' }),
		]);
	});

	it('never answers 200 while the tables are full', async () => {
		const log = await EventLog.open(stage());
		await stage().connected(log.receive);
		const url = await log.receive.address('n8n-nodes-lastmile.radaroTrigger');
		const delivered = fixture('radaro/04-job-status-delivered.json');
		const call = async () =>
			await axios.post<unknown>(
				url,
				{ ...delivered, token: RADARO_WEBHOOK_TOKEN },
				{ validateStatus: () => true, proxy: false },
			);
		await log.add(
			...Array.from({ length: TOO_MUCH }, (_, index) => ({
				eventId: `full ${index}`,
				note: 'x'.repeat(100_000),
			})),
		);
		const [first, second] = [await call(), await call()];
		expect([first.status, second.status]).toEqual([500, 500]);
		await log.clear('delivery_events');
		expect((await call()).status).toBe(200);
		expect(await log.rows('delivery_events')).toHaveLength(1);
	});
}
