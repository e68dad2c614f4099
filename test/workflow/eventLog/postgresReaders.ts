import type { WorkflowFile } from '../../../runtime/rest';
import { type Cells, hurried, until, withSettings } from '../../support/eventLog';
import type { MailServer } from '../../support/mailServer';
import type { Stage } from '../../support/stage';
import { type StoryWorkflow, templateFile } from '../../support/storyWorkflow';
import { emptyPostgresLog, insertion, passedInPostgres } from './forms';
import { event } from './postgresEvent';

/** The forms for PostgreSQL of the mails, of trying again, and of keeping tidy. */
export function postgresReaders(stage: () => Stage, server: () => MailServer): void {
	const database = () => stage().story.postgres;
	const add = async (...rows: Cells[]) => await database().run(insertion(...rows));
	const told = () => server().mails.map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`);
	const customers = async (): Promise<StoryWorkflow> => {
		await emptyPostgresLog(stage());
		const file = hurried(await templateFile('event-log/postgres-customers'));
		const settings = { sender: 'shop@sender.example', begin: 'beginning' };
		return await stage().importedFile(withSettings(file, settings));
	};

	it('sends the sample mails to the sender when it is tried, and touches nothing else', async () => {
		const reader = await customers();
		expect((await reader.run('Each minute')).error).toBeUndefined();
		expect(server().mails).toHaveLength(5);
		expect(new Set(server().mails.map(({ to }) => to))).toEqual(new Set(['shop@sender.example']));
		for (const table of ['readers', 'told', 'events']) {
			expect(await database().query(`SELECT * FROM delivery_${table}`)).toEqual([]);
		}
	});

	it('tells each customer each state once, whatever is refused, busy or late', async () => {
		const reader = await stage().publish(await customers());
		server().refusing = /^so-2@/;
		const window = { windowFrom: '2026-03-02T22:00:00Z', windowTo: '2026-03-03T00:30:00Z' };
		await add(
			event('SO-1', 'scheduled', '08:00', window),
			event('SO-2', 'delivered', '09:00'),
			event('SO-3', 'delivered', '10:30', { note: "Behind the “green” gate; it's $1" }),
		);
		await passedInPostgres(stage(), reader);
		expect(told().sort()).toEqual([
			'so-1: Your delivery SO-1 is scheduled',
			'so-3: Your delivery SO-3 has arrived',
		]);
		expect(await database().query('SELECT event_id, state FROM delivery_problems')).toEqual([
			{ event_id: expect.any(String), state: 'new' },
		]);

		server().obey();
		server().isBusy = true;
		await add(
			event('SO-1', 'scheduled', '08:00', window),
			event('SO-1', 'out_for_delivery', '09:00'),
			event('SO-3', 'out_for_delivery', '09:30'),
		);
		const states = 'SELECT last_error FROM delivery_readers';
		await until(async () => /421|later/.test(JSON.stringify(await database().query(states))));
		server().isBusy = false;
		await passedInPostgres(stage(), reader);
		const again = await stage().imported('event-log/postgres-try-again');
		expect((await again.run('Try again')).error).toBeUndefined();
		await passedInPostgres(stage(), reader);
		expect(told().sort()).toEqual([
			'so-1: Your delivery SO-1 is on its way',
			'so-2: Your delivery SO-2 has arrived',
		]);
		expect(await database().query('SELECT state FROM delivery_problems')).toEqual([
			{ state: 'tried' },
		]);
	});

	it('deletes what every reader has passed, and tells of problems and who stands still, once', async () => {
		await emptyPostgresLog(stage());
		await add(...['a', 'b', 'c', 'd'].map((job) => event(job, 'delivered', '10:00')));
		const reader = (name: string, place: number, movedAt: string) =>
			`INSERT INTO delivery_readers (reader, name, tx, id, last_error, moved_at)
			SELECT '${name}', '${name}', tx, id, 'The sheet cannot be read.', ${movedAt}
			FROM delivery_events ORDER BY id OFFSET ${place} LIMIT 1`;
		const text = JSON.stringify(await templateFile('event-log/postgres-keep-tidy'))
			.replaceAll('{{ $now.minute }}', '{{ 0 }}')
			.replaceAll("e.received_at < now() - interval '1 hour'", 'true');
		const file = withSettings(JSON.parse(text) as WorkflowFile, {
			dispatcher: 'dispatch@sender.example',
			sender: 'n8n@sender.example',
			keepDays: 0,
		});
		const tidy = await stage().importedFile(file);
		const run = async () => expect((await tidy.run('Every 10 minutes')).error).toBeUndefined();
		const ids = async () => await database().query('SELECT id FROM delivery_events ORDER BY id');
		await run();
		expect(await ids()).toHaveLength(4);
		await database().run(reader('At the end', 3, 'now()'));
		await database().run(reader('Behind', 1, "now() - interval '2 hours'"));
		await database().run(
			`INSERT INTO delivery_problems (reader, reader_name, event_id, row, message)
			SELECT 'r', 'Sheet', event_id, row, 'Too long' FROM delivery_events ORDER BY id LIMIT 1`,
		);
		await run();
		await run();
		expect(await ids()).toHaveLength(3);
		expect(server().mails).toEqual([
			expect.objectContaining({
				subject: '1 delivery event could not be handled',
				text: expect.stringContaining('Sheet: radaro a\nToo long'),
			}),
			expect.objectContaining({
				subject: 'Behind stands still',
				text: expect.stringContaining('What it said last: The sheet cannot be read.'),
			}),
		]);
	});
}
