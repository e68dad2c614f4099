import { EventLog } from '../../support/eventLog';
import type { Spreadsheet } from '../../support/google';
import type { Stage } from '../../support/stage';
import { templateFile } from '../../support/storyWorkflow';
import { headingsOf } from '../../support/templates';

/** The day before today in Melbourne, where n8n is. */
const yesterday = (): string => {
	const now = new Date();
	const [year = 0, month = 0, day = 0] = now
		.toLocaleDateString('en-CA', { timeZone: 'Australia/Melbourne' })
		.split('-')
		.map(Number);
	return new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10);
};

export function nightlyReconciliation(stage: () => Stage): void {
	const sheetOf = async (): Promise<Spreadsheet> =>
		stage().story.google.spreadsheet('Deliveries', headingsOf(await templateFile('delivery-log')));
	const night = async ({ documentId }: Spreadsheet) =>
		await stage().imported('nightly-reconciliation', {
			'Rows of the sheet': { documentId },
			'Add what is missing': { documentId },
		});

	it('adds the jobs that no event told of, once', async () => {
		const sheet = await sheetOf();
		const log = await EventLog.open(stage());
		await stage().connected(log.receive);
		const settings = { sheet: sheet.url, begin: 'beginning' };
		const reader = await stage().publish(await log.reader('delivery-log', settings));
		await stage().radaro({ external_id: 'SO-1' });
		await log.passed(reader);
		await log.receive.deactivate();
		// While nobody listens: an event of the first job, a job of each service, and one of another day.
		await stage().radaro({ external_id: '000451' }, { assign: {}, start: {}, deliver: {} });
		await stage().detrack({ do_number: '000452', date: yesterday() });
		await stage().detrack({ do_number: 'LATER', date: '2099-03-03' });
		const workflow = await night(sheet);
		const first = await workflow.run('Every night');
		expect(first.error).toBeUndefined();
		const rows = sheet.rows();
		expect(
			rows.map(({ event, provider, reference, status }) => [event, provider, reference, status]),
		).toEqual([
			['job_created', 'radaro', 'SO-1', 'created'],
			['reconciled', 'radaro', '000451', 'delivered'],
			['reconciled', 'detrack', '000452', 'created'],
		]);
		expect(rows[1]?.eventId).toBe(`reconciled-radaro-${rows[1]?.jobId}-delivered`);
		expect(rows[1]?.receivedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
		await workflow.run('Every night');
		expect(sheet.rows()).toHaveLength(3);
	});

	it('fills an empty sheet, also when one service has no jobs', async () => {
		const sheet = await sheetOf();
		await stage().detrack({ do_number: '000452', date: yesterday() });
		const { error } = await (await night(sheet)).run('Every night');
		expect(error).toBeUndefined();
		expect(sheet.rows().map(({ reference }) => reference)).toEqual(['000452']);
	});

	it('adds nothing when there is nothing', async () => {
		const sheet = await sheetOf();
		const { error } = await (await night(sheet)).run('Every night');
		expect([error, sheet.rows()]).toEqual([undefined, []]);
	});
}
