import { randomUUID } from 'node:crypto';

import axios from 'axios';

import type { WorkflowFile } from '../../../runtime/rest';
import { EventLog, until } from '../../support/eventLog';
import type { Spreadsheet } from '../../support/google';
import type { Stage } from '../../support/stage';
import { type StoryWorkflow, templateFile } from '../../support/storyWorkflow';
import { headingsOf } from '../../support/templates';

const NAME = 'delivery-log';

export function sheet(stage: () => Stage): void {
	const google = () => stage().story.google;
	const open = async (
		edit?: (file: WorkflowFile) => WorkflowFile,
	): Promise<{ log: EventLog; sheet: Spreadsheet; reader: StoryWorkflow }> => {
		const sheet = google().spreadsheet('Deliveries', headingsOf(await templateFile(NAME)));
		const log = await EventLog.open(stage());
		const settings = { sheet: sheet.url, begin: 'beginning' };
		return { log, sheet, reader: await log.reader(NAME, settings, edit) };
	};
	const events = (count: number) =>
		Array.from({ length: count }, (_, index) => ({
			eventId: `e${index}`,
			reference: `00${index}`,
		}));
	const idsIn = (sheet: Spreadsheet) => sheet.rows().map(({ eventId }) => eventId);

	it('shows its samples in the sheet when it is tried, and touches nothing else', async () => {
		const { log, sheet, reader } = await open();
		await log.add({ eventId: 'real' });
		const { error } = await reader.run('Each minute');
		expect(error).toBeUndefined();
		expect(sheet.rows().map(({ reference }) => reference)).toEqual([
			'SAMPLE-1001',
			'SAMPLE-1002',
			'SAMPLE-2001',
			'SAMPLE-2002',
			'SAMPLE-3001',
			'SAMPLE-4001',
		]);
		expect(await log.rows('delivery_readers')).toEqual([]);
	});

	it('writes each event once, in one call, with texts as they are and no cell too long', async () => {
		const { log, sheet, reader } = await open();
		const items = JSON.stringify([{ description: 'é'.repeat(60_000) }]);
		await log.add(
			{ eventId: 'a', reference: '000451', recipientName: '=HYPERLINK("x")', isFinal: true },
			{ eventId: 'b', recipientPhone: '+61400555001', items },
			{ eventId: 'a', reference: '000451' },
		);
		await stage().publish(reader);
		expect(await log.passed(reader)).toMatchObject({ tries: 0, lastError: '' });
		const rows = sheet.rows();
		expect(idsIn(sheet)).toEqual(['a', 'b']);
		expect(rows[0]).toMatchObject({ reference: '000451', recipientName: '=HYPERLINK("x")' });
		expect(rows[1]?.recipientPhone).toBe('+61400555001');
		expect(rows[1]?.items).toMatch(/… \(cut\)$/);
		expect(rows[1]?.items?.length).toBeLessThanOrEqual(50_000);
		expect(google().writes).toBe(1);
	});

	it('begins with now, and leaves out what was there before', async () => {
		const { log, sheet } = await open();
		await log.add(...events(3));
		const early = (file: WorkflowFile): WorkflowFile =>
			JSON.parse(
				JSON.stringify(file).replace('minus({ minutes: 2 })', 'plus({ minutes: 2 })'),
			) as WorkflowFile;
		const reader = await log.reader(NAME, { sheet: sheet.url, begin: ' NOW' }, early);
		await stage().publish(reader);
		await log.passed(reader);
		await log.add({ eventId: 'later' });
		await log.passed(reader);
		expect(idsIn(sheet)).toEqual(['later']);
	});

	it('says in words what the sheet lacks, and writes everything once it is there', async () => {
		const { log } = await open();
		const bare = google().spreadsheet('Deliveries');
		const reader = await log.reader(NAME, { sheet: bare.url, begin: 'beginning' });
		await log.add(...events(3));
		await stage().publish(reader);
		const complaint = async (sentence: string) =>
			await until(async () => String((await log.state(reader))?.lastError).includes(sentence));
		await complaint('Row 1 of the tab “Deliveries” has no headings.');
		bare.sheet.paste([['Event ID', 'status']]);
		await complaint('Cell A1 must hold the heading eventId, but holds “Event ID”.');
		bare.sheet.paste([['eventId', 'Status']]);
		await complaint('The heading “Status” must be written “status”.');
		bare.sheet.paste([['eventId', 'My note']]);
		expect(await log.passed(reader)).toMatchObject({ tries: 0, take: 500, lastError: '' });
		expect(idsIn(bare)).toEqual(['e0', 'e1', 'e2']);
		expect(await log.rows('delivery_problems')).toEqual([]);
	});

	it('waits for Google, and blames no event', async () => {
		const { log, sheet, reader } = await open();
		await log.add(...events(20));
		google().failNext(429, 503, 401, 500);
		await stage().publish(reader);
		expect(await log.passed(reader)).toMatchObject({ tries: 0, take: 500 });
		expect(idsIn(sheet)).toHaveLength(20);
		expect(await log.rows('delivery_problems')).toEqual([]);
	});

	it('sets aside an event that Google refuses, and writes all others once', async () => {
		// Fewer at a time, so that it is alone sooner.
		const { log, sheet, reader } = await open(
			(file) =>
				JSON.parse(JSON.stringify(file).replace('"={{ 500 }}"', '"={{ 4 }}"')) as WorkflowFile,
		);
		google().refusing = /e5"/;
		await log.add(...events(10));
		await stage().publish(reader);
		await log.passed(reader);
		expect(idsIn(sheet)).toEqual(['e0', 'e1', 'e2', 'e3', 'e4', 'e6', 'e7', 'e8', 'e9']);
		expect(await log.rows('delivery_problems')).toEqual([
			expect.objectContaining({
				reader: reader.id,
				readerName: 'Delivery log in Google Sheets',
				eventId: 'e5',
				reference: '005',
				state: 'new',
				message: expect.stringContaining('Told to refuse this by the test.'),
			}),
		]);
	});

	it('loses and doubles nothing when n8n is killed between sheet and place', async () => {
		const { log, sheet, reader } = await open();
		const { n8n } = stage().story;
		await log.add(...events(12));
		const killed = new Promise<void>((resolve) => {
			google().onWritten = async () => {
				google().onWritten = undefined;
				await n8n.kill();
				resolve();
			};
		});
		await stage().publish(reader);
		await killed;
		expect(idsIn(sheet)).toHaveLength(12);
		await n8n.restart();
		await log.passed(reader);
		expect(idsIn(sheet)).toEqual(events(12).map(({ eventId }) => eventId));
		expect(google().writes).toBeGreaterThan(1);
	});

	it('lets one of twelve runs at once have the turn', async () => {
		const path = randomUUID();
		const { log, sheet, reader } = await open((file) => ({
			...file,
			nodes: file.nodes.map((node) =>
				node.name === 'Each minute'
					? {
							...node,
							type: 'n8n-nodes-base.webhook',
							typeVersion: 2,
							webhookId: path,
							parameters: { path, responseMode: 'lastNode', responseData: 'noData' },
						}
					: node,
			),
		}));
		await stage().publish(reader);
		const call = async () =>
			await axios.get(`${stage().story.n8n.url}/webhook/${path}`, { proxy: false });
		await call();
		await log.add(...events(5));
		await Promise.all(Array.from({ length: 12 }, call));
		expect(await log.passed(reader)).toMatchObject({ tries: 0 });
		expect(google().writes).toBe(1);
		expect(idsIn(sheet)).toHaveLength(5);
	});
}
