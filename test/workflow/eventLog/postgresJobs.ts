import axios from 'axios';

import { atTime, JOBS_TABLE, openJobs } from '../../support/deliveryJobs';
import { type Cells, type EventLog, hurried, withSettings } from '../../support/eventLog';
import type { Stage } from '../../support/stage';
import { BOARD_LOGIN } from '../../support/storyCredentials';
import { type StoryWorkflow, templateFile } from '../../support/storyWorkflow';
import { emptyPostgresLog, insertion, passedInPostgres } from './forms';
import { event } from './postgresEvent';

/** The rows of jobs from the log in PostgreSQL, and the board that reads them. */
export function postgresJobs(stage: () => Stage): void {
	const add = async (...rows: Cells[]) => await stage().story.postgres.run(insertion(...rows));
	const reader = async (): Promise<StoryWorkflow> => {
		const file = hurried(await templateFile('event-log/postgres-jobs'));
		// Keeps the days of these tests.
		const settings = { begin: 'beginning', keepDays: 36_500 };
		return await stage().importedFile(withSettings(file, settings));
	};
	const states = async (log: EventLog) =>
		(await log.rows(JOBS_TABLE)).map(({ job, status }) => `${String(job)}: ${String(status)}`);

	it('touches no table when it is tried', async () => {
		const log = await openJobs(stage());
		await emptyPostgresLog(stage());
		expect((await (await reader()).run('Each minute')).error).toBeUndefined();
		expect(await states(log)).toEqual([]);
		const registered = 'SELECT * FROM delivery_readers';
		expect(await stage().story.postgres.query(registered)).toEqual([]);
	});

	it('keeps the last state of each job, which the board shows', async () => {
		const log = await openJobs(stage());
		await emptyPostgresLog(stage());
		await add(
			event('SO-1', 'delivered', '10:30'),
			event('SO-1', 'out_for_delivery', '09:30'),
			event('SO-2', 'assigned', '09:00', { driverName: 'Dana' }),
		);
		const jobs = await stage().publish(await reader());
		await passedInPostgres(stage(), jobs);
		await add(event('SO-2', 'out_for_delivery', '11:00', { driverName: 'Dana' }));
		await passedInPostgres(stage(), jobs);
		expect((await states(log)).sort()).toEqual([
			'radaro SO-1: delivered',
			'radaro SO-2: out_for_delivery',
		]);

		const board = atTime(await templateFile('board'), '2026-03-03T15:00:00');
		// Whoever has the log in PostgreSQL has no such Data Table.
		const text = JSON.stringify(board).replaceAll('"delivery_events"', '"absent_table"');
		await stage().publish(await stage().importedFile(JSON.parse(text) as typeof board));
		const { data } = await axios.get<string>(`${stage().story.n8n.url}/webhook/delivery-board`, {
			auth: { username: BOARD_LOGIN.user, password: BOARD_LOGIN.password },
			proxy: false,
		});
		const figures = [...data.matchAll(/<b>(\d+)<\/b><span>([^<]+)</g)].map((match) =>
			match.slice(1).join(' '),
		);
		expect(figures).toEqual(['0 planned', '1 on the way', '1 delivered', '0 failed']);
		expect(data).toContain('<b>Dana</b>');
	});
}
