import { setTimeout as sleep } from 'node:timers/promises';

import type { WorkflowFile } from '../../../runtime/rest';
import { hurried, withSettings } from '../../support/eventLog';
import type { Spreadsheet } from '../../support/google';
import type { Stage } from '../../support/stage';
import { type StoryWorkflow, templateFile } from '../../support/storyWorkflow';
import { headingsOf } from '../../support/templates';
import { emptyPostgresLog, insertion, passedInPostgres } from './forms';

const NAME = 'event-log/postgres-sheet';

export function postgresLog(stage: () => Stage): void {
	const database = () => stage().story.postgres;
	const open = async (edit: (text: string) => string = (text) => text) => {
		const receive = await emptyPostgresLog(stage());
		// Tables that are there are left as they are.
		expect((await receive.run('Make the tables')).error).toBeUndefined();
		const file = await templateFile(NAME);
		const sheet = stage().story.google.spreadsheet('Deliveries', headingsOf(file));
		const edited = JSON.parse(edit(JSON.stringify(hurried(file)))) as WorkflowFile;
		const settings = { sheet: sheet.url, begin: 'beginning' };
		const reader = await stage().importedFile(withSettings(edited, settings));
		return { receive, sheet, reader };
	};
	const insert = (...ids: string[]): string => insertion(...ids.map((eventId) => ({ eventId })));
	const idsIn = (sheet: Spreadsheet) => sheet.rows().map(({ eventId }) => eventId);
	const passed = async (reader: StoryWorkflow) => await passedInPostgres(stage(), reader);

	it('keeps events before it answers, and writes each into the sheet once', async () => {
		const { receive, sheet, reader } = await open();
		await stage().connected(receive);
		await stage().publish(reader);
		const { calls } = await stage().radaro({ external_id: '000451' }, { assign: {} });
		expect(await database().query('SELECT id FROM delivery_events')).toHaveLength(calls);
		await database().run(insert('twice', 'twice'));
		await passed(reader);
		expect(idsIn(sheet)).toHaveLength(calls + 1);
		expect(sheet.rows()[0]?.reference).toBe('000451');
	});

	it('shows its samples when it is tried, and touches nothing else', async () => {
		const { sheet, reader } = await open();
		expect((await reader.run('Each minute')).error).toBeUndefined();
		expect(sheet.rows()).toHaveLength(6);
		expect(await database().query('SELECT * FROM delivery_readers')).toEqual([]);
	});

	it('misses no event that is committed after later ones', async () => {
		const { sheet, reader } = await open();
		await stage().publish(reader);
		// One call of psql is one transaction: its row has the first number, and is seen last.
		const late = database().run(`${insert('late')}; SELECT pg_sleep(4)`);
		await sleep(500);
		await database().run(insert('a', 'b'));
		await sleep(2_500);
		expect(idsIn(sheet)).not.toContain('a');
		await late;
		await passed(reader);
		expect(idsIn(sheet).sort()).toEqual(['a', 'b', 'late']);
	});

	it('sets aside an event that Google refuses, and waits while Google is busy', async () => {
		const { sheet, reader } = await open();
		const { google } = stage().story;
		google.failNext(429, 503);
		google.refusing = /e2"/;
		await database().run(insert('e1', 'e2', 'e3'));
		await database().run('ALTER TABLE delivery_readers ALTER take SET DEFAULT 2');
		await stage().publish(reader);
		await passed(reader);
		expect(idsIn(sheet)).toEqual(['e1', 'e3']);
		const problems = await database().query(
			'SELECT event_id, message, state FROM delivery_problems',
		);
		expect(problems).toEqual([
			{
				event_id: 'e2',
				message: expect.stringContaining('Told to refuse this by the test.'),
				state: 'new',
			},
		]);
	});
}
