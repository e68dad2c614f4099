import type { WorkflowFile } from '../../../runtime/rest';
import { EventLog, withSettings } from '../../support/eventLog';
import type { MailServer } from '../../support/mailServer';
import type { Stage } from '../../support/stage';
import { type StoryWorkflow, templateFile } from '../../support/storyWorkflow';

const NAME = 'event-log/keep-tidy';
const HOUR_MS = 3_600_000;

/** A reader as it registers itself. */
const reader = (name: string, place: number) => ({
	reader: name,
	name,
	place,
	busyUntil: 0,
	turn: '',
	tries: 0,
	take: 500,
	movedAt: Date.now(),
	lastError: '',
	toldAt: 0,
});

export function tidying(stage: () => Stage, server: () => MailServer): void {
	/** As it runs at eight in the morning, an hour later, with nothing to be kept that has been read. */
	const tidy = async (settings: Record<string, number> = {}): Promise<StoryWorkflow> => {
		const text = JSON.stringify(await templateFile(NAME))
			.replaceAll('{{ $now.minute }}', '{{ 0 }}')
			.replaceAll('{{ $now.hour }}', '{{ 8 }}')
			.replaceAll('minus({ hours: 1 })', 'plus({ hours: 1 })');
		const file = withSettings(JSON.parse(text) as WorkflowFile, {
			dispatcher: 'dispatch@sender.example',
			sender: 'n8n@sender.example',
			keepDays: 0,
			...settings,
		});
		return await stage().importedFile(file);
	};
	const run = async (workflow: StoryWorkflow) => {
		const { error } = await workflow.run('Every 10 minutes');
		expect(error).toBeUndefined();
	};
	const events = Array.from({ length: 6 }, (_, index) => ({ eventId: `e${index}` }));

	it('deletes what every reader has passed, and tells once who stands still', async () => {
		const log = await EventLog.open(stage());
		await log.add(...events);
		const ids = (await log.rows('delivery_events')).map(({ id }) => Number(id));
		const [first = 0, , third = 0] = ids;
		await log.insert('delivery_readers', reader('At the end', ids.at(-1) ?? 0), {
			...reader('Behind', third),
			movedAt: Date.now() - HOUR_MS,
			lastError: 'The sheet cannot be read.',
		});
		const workflow = await tidy();
		await run(workflow);
		expect((await log.rows('delivery_events')).map(({ id }) => Number(id) - first)).toEqual([
			2, 3, 4, 5,
		]);
		await run(workflow);
		expect(server().mails).toEqual([
			{
				to: 'dispatch@sender.example',
				subject: 'Behind stands still',
				text: expect.stringContaining('What it said last: The sheet cannot be read.'),
			},
		]);
	});

	it('keeps what is younger than the days that a user sets, and everything without a reader', async () => {
		const log = await EventLog.open(stage());
		await log.add(...events);
		await run(await tidy());
		expect(await log.rows('delivery_events')).toHaveLength(6);
		await log.insert('delivery_readers', reader('At the end', 1_000_000));
		await run(await tidy({ keepDays: 1 }));
		expect(await log.rows('delivery_events')).toHaveLength(6);
	});

	it('tells of all new problems in one mail, once', async () => {
		const log = await EventLog.open(stage());
		const problem = { reader: 'r', readerName: 'Sheet', provider: 'radaro', state: 'new' };
		await log.insert(
			'delivery_problems',
			{ ...problem, reference: 'SO-1', message: 'Too long' },
			{ ...problem, reference: 'SO-2', message: 'Too short' },
		);
		const workflow = await tidy();
		await run(workflow);
		await run(workflow);
		expect(server().mails).toEqual([
			expect.objectContaining({ subject: '2 delivery events could not be handled' }),
		]);
		expect(server().mails[0]?.text).toContain('Sheet: radaro SO-1\nToo long\n\nSheet: radaro SO-2');
	});

	it('tells when the tables are nearly full', async () => {
		const log = await EventLog.open(stage());
		await log.add(...events.map((event) => ({ ...event, note: 'x'.repeat(100_000) })));
		await run(await tidy({ megabytes: 1 }));
		expect(server().mails).toEqual([]);
		await log.add(...events.map((event) => ({ ...event, note: 'x'.repeat(100_000) })));
		await run(await tidy({ megabytes: 1 }));
		expect(server().mails).toEqual([
			expect.objectContaining({ subject: 'The event log is nearly full' }),
		]);
		expect(server().mails[0]?.text).toContain('about 12 events, or 1 of 1 MB');
	});
}
