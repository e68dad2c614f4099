import { READYCLOUD_ORG } from '../../../sandbox/readycloud/defaults';
import { withSettings } from '../../support/eventLog';
import type { Spreadsheet } from '../../support/google';
import type { Stage } from '../../support/stage';
import { type StoryWorkflow, templateFile } from '../../support/storyWorkflow';
import { headingsOf } from '../../support/templates';

const ORGANIZATION = { __rl: true, mode: 'id', value: READYCLOUD_ORG };

/** A day before today in Melbourne, where n8n is. */
function daysAgo(days: number): string {
	const [year = 0, month = 0, day = 0] = new Date()
		.toLocaleDateString('en-CA', { timeZone: 'Australia/Melbourne' })
		.split('-')
		.map(Number);
	return new Date(Date.UTC(year, month - 1, day - days)).toISOString().slice(0, 10);
}

export function nightlyReconciliation(stage: () => Stage): void {
	const headings = async (): Promise<string[]> => headingsOf(await templateFile('short-sheet'));
	const sheetWith = (names: string[]): Spreadsheet =>
		stage().story.google.spreadsheet('Deliveries', names);
	const night = async ({ url }: Spreadsheet): Promise<StoryWorkflow> => {
		const file = withSettings(await templateFile('nightly-reconciliation'), { sheet: url });
		return await stage().importedFile(file, {
			'Orders in ReadyCloud': { organizationId: ORGANIZATION },
		});
	};
	/** The workflow that fills the sheet while somebody listens. */
	const listening = async ({ url }: Spreadsheet): Promise<StoryWorkflow> =>
		await stage().connected(
			await stage().importedFile(withSettings(await templateFile('short-sheet'), { sheet: url })),
		);

	it('adds the states that no event told of, once', async () => {
		const sheet = sheetWith(await headings());
		const short = await listening(sheet);
		const { id } = await stage().radaro({ external_id: 'SO-1' });
		await stage().detrack({ do_number: 'SO-2', date: daysAgo(0) });
		await short.executions(2);
		await short.deactivate();
		// While nobody listens.
		await stage().radaro({ external_id: '000451' }, { assign: {}, start: {}, deliver: {} });
		await stage().detrack({ do_number: '000452', date: daysAgo(1) });
		await stage().detrack({ do_number: 'LATER', date: '2099-03-03' });
		await stage().readyCloud({ primary_id: 'WEB-1' }, { ship: {} });
		await stage().step('radaro', id, 'assign');
		const workflow = await night(sheet);
		expect((await workflow.run('Every night')).error).toBeUndefined();
		const told = sheet
			.rows()
			.map(({ event, provider, reference, status }) => [event, provider, reference, status]);
		expect(told.slice(0, 2).sort()).toEqual([
			['job_created', 'radaro', 'SO-1', 'created'],
			['status_changed', 'detrack', 'SO-2', 'created'],
		]);
		expect(told.slice(2).sort()).toEqual([
			['status_changed', 'detrack', '000452', 'created'],
			['status_changed', 'radaro', '000451', 'delivered'],
			['status_changed', 'radaro', 'SO-1', 'assigned'],
			['status_changed', 'readyCloud', 'WEB-1', expect.stringMatching(/./)],
		]);
		for (const { eventId, stateId, receivedAt } of sheet.rows().slice(2)) {
			expect(eventId).toBe(`state-${stateId}`);
			expect(receivedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
		}
		await workflow.run('Every night');
		expect(sheet.rows()).toHaveLength(6);
	});

	it('adds nothing night after night, also when columns were taken out or moved', async () => {
		const names = (await headings()).filter((name) => name !== 'provider' && name !== 'stateId');
		const sheet = sheetWith([...names.slice(0, 2), 'stateId', 'My own', ...names.slice(2)]);
		const short = await listening(sheet);
		await stage().radaro({ external_id: 'SO-1' }, { assign: {}, start: {}, deliver: {} });
		await short.executions(4);
		const workflow = await night(sheet);
		const counts: number[] = [];
		for (let nights = 0; nights < 3; nights++) {
			await workflow.run('Every night');
			counts.push(sheet.rows().length);
		}
		expect(counts).toEqual([4, 4, 4]);
	});

	it('names the heading that is missing or spelled otherwise, and adds nothing', async () => {
		await stage().radaro({ external_id: 'SO-1' });
		const all = await headings();
		const complaint = async (names: string[]): Promise<string | undefined> => {
			const sheet = sheetWith(names);
			const { error } = await (await night(sheet)).run('Every night');
			expect(sheet.rows()).toEqual([]);
			return error;
		};
		expect(await complaint(all.filter((name) => name !== 'stateId'))).toBe(
			'Row 1 of the tab “Deliveries” lacks the heading “stateId”. Add it.',
		);
		expect(await complaint(all.map((name) => (name === 'status' ? 'Status' : name)))).toBe(
			'The heading “Status” must be written “status”.',
		);
	});

	it('fills an empty sheet, also when one service has no jobs', async () => {
		const sheet = sheetWith(await headings());
		const workflow = await night(sheet);
		const nothing = await workflow.run('Every night');
		expect([nothing.error, sheet.rows()]).toEqual([undefined, []]);
		await stage().detrack({ do_number: '000452', date: daysAgo(1) });
		await workflow.run('Every night');
		expect(sheet.rows().map(({ reference }) => reference)).toEqual(['000452']);
	});
}
