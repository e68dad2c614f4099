import { ensureN8n } from '../../runtime/install';
import { messageOf } from '../../runtime/plain/errors.cjs';
import type { Delivery } from '../../sandbox/core/delivery';
import { Shutdown } from '../../scripts/lib/shutdown';
import { Steps } from '../../scripts/lib/steps';
import { SentEvents } from './events';
import { holdsReceiving, holdsThrough, reportReceiving, reportThrough } from './measureReports';
import { type DayOptions, type Form, parseOptions, USAGE } from './options';
import { play } from './play';
import { READERS, type ReaderSpec, SHEET } from './readers';
import { receiving } from './receiving';
import { holds, report } from './report';
import { resultOf } from './result';
import { DayStage, TIME_ZONE } from './stage';
import { type Through, throughReader, type ThroughOptions } from './throughReaders';

/** What a shell takes for Ctrl-C. */
const INTERRUPTED = 130;

/** As in a day. */
const EVENTS_OF_A_JOB = 4;
/** The most events that a reader takes at a time. */
const BATCH = 500;

const say = (line: string): void => console.log(line);

/**
 * The whole of `npm run day`, until its figures are printed or Ctrl-C: what becomes of the events of a
 * day while everything around n8n fails, and n8n itself. Throws what can be shown as it is, where the
 * options are wrong.
 */
export async function day(args: readonly string[]): Promise<void> {
	const form = parseOptions(args);
	if (form.kind === 'help') return say(USAGE);
	const shutdown = new Shutdown(say);
	const code = await run(form, shutdown).catch((error: unknown) => {
		// What is cut short by the end throws too; that is nothing to report.
		if (!shutdown.signal.aborted) console.error(`\n${messageOf(error)}`);
		return 1;
	});
	const interrupted = shutdown.signal.aborted;
	await shutdown.end(code);
	process.exit(interrupted ? INTERRUPTED : code);
}

async function run(form: Exclude<Form, { kind: 'help' }>, shutdown: Shutdown): Promise<number> {
	switch (form.kind) {
		case 'day':
			return await runDay(form, shutdown);
		case 'rows':
			return await runThrough(
				READERS.map((spec) => [spec, { rows: form.count, each: EVENTS_OF_A_JOB }]),
				shutdown,
			);
		case 'receive':
			return await runReceiving(form.count, shutdown);
		case 'sheetRows':
			return await runThrough(
				form.sizes.map((before) => [
					{ ...SHEET, title: `sheet of ${before} rows` },
					{ rows: BATCH, each: 1, before },
				]),
				shutdown,
			);
	}
}

async function runDay(options: DayOptions, shutdown: Shutdown): Promise<number> {
	const { signal } = shutdown;
	const steps = new Steps(4, say);
	const sent = new SentEvents(TIME_ZONE);
	const stage = await opened(steps, shutdown, (delivery) => sent.add(delivery));
	await steps.run('Publishing the event log and its readers', async () => {
		await stage.begin(READERS, options.minuteMs);
	});
	const played = await steps.run(
		`Playing ${options.jobs} jobs of all services, seed ${options.seed}`,
		async (log) => await play(stage, sent, options, { log, signal }),
	);
	if (signal.aborted) return 1;
	const result = await resultOf(stage, sent, played);
	say(`\n${report(result, options)}\n`);
	return holds(result) ? 0 : 1;
}

async function runThrough(
	readers: ReadonlyArray<[ReaderSpec, Omit<ThroughOptions, 'log' | 'signal'>]>,
	shutdown: Shutdown,
): Promise<number> {
	const { signal } = shutdown;
	const steps = new Steps(2 + readers.length, say);
	const stage = await opened(steps, shutdown);
	const all: Through[] = [];
	for (const [spec, options] of readers) {
		const through = await steps.run(
			`Taking ${options.rows} rows through the reader of the ${spec.title}`,
			async (log) => await throughReader(stage, spec, { ...options, log, signal }),
		);
		all.push(through);
		if (signal.aborted) return 1;
	}
	say(`\n${reportThrough(all)}\n`);
	return holdsThrough(all) ? 0 : 1;
}

async function runReceiving(events: number, shutdown: Shutdown): Promise<number> {
	const { signal } = shutdown;
	const steps = new Steps(3, say);
	const stage = await opened(steps, shutdown);
	const received = await steps.run(
		`Receiving ${events} events`,
		async (log) => await receiving(stage, { events, log, signal }),
	);
	say(`\n${reportReceiving(received)}\n`);
	return holdsReceiving(received) ? 0 : 1;
}

/** An n8n with an empty event log, which is ended with the command. */
async function opened(
	steps: Steps,
	shutdown: Shutdown,
	delivered?: (delivery: Delivery) => void,
): Promise<DayStage> {
	await steps.run('Getting n8n', async (log) => await ensureN8n({ log }));
	return await steps.run(
		'Building the package, and starting n8n with all that stands around it',
		async () => {
			const opening = DayStage.open(delivered);
			shutdown.add(
				async () =>
					await opening.then(
						async (stage) => await stage.close(),
						() => {},
					),
			);
			return await opening;
		},
	);
}
