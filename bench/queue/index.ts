import { ensureN8n } from '../../runtime/install';
import { ensureBuilt } from '../../runtime/pack';
import { messageOf } from '../../runtime/plain/errors.cjs';
import { Shutdown } from '../../scripts/lib/shutdown';
import { Steps } from '../../scripts/lib/steps';
import { parseOptions, type QueueRunOptions, USAGE } from './options';
import { play } from './play';
import { holds, report } from './report';
import { QueueStage } from './stage';

/** What a shell takes for Ctrl-C. */
const INTERRUPTED = 130;

const say = (line: string): void => console.log(line);

/**
 * The whole of `npm run queue`, until its figures are printed or Ctrl-C: how many of the events that
 * n8n in queue mode has answered 200 are kept when its processes are killed, and what asking the
 * services brings back. Throws what can be shown as it is, where the options are wrong.
 */
export async function queue(args: readonly string[]): Promise<void> {
	const options = parseOptions(args);
	if (options.help) return say(USAGE);
	const shutdown = new Shutdown(say);
	const code = await run(options, shutdown).catch((error: unknown) => {
		// What is cut short by the end throws too; that is nothing to report.
		if (!shutdown.signal.aborted) console.error(`\n${messageOf(error)}`);
		return 1;
	});
	const interrupted = shutdown.signal.aborted;
	await shutdown.end(code);
	process.exit(interrupted ? INTERRUPTED : code);
}

async function run(options: QueueRunOptions, shutdown: Shutdown): Promise<number> {
	const { signal } = shutdown;
	const { events, kill, answer } = options;
	const steps = new Steps(5, say);
	await steps.run('Building the package', async () => await ensureBuilt());
	const installation = await steps.run('Getting n8n', async (log) => await ensureN8n({ log }));
	const stage = await steps.run('Starting n8n in queue mode', async (log) => {
		const opening = QueueStage.open({ installation, log, signal });
		shutdown.add(
			async () =>
				await opening.then(
					(opened) => opened.close(),
					() => {},
				),
		);
		return await opening;
	});
	await steps.run('Publishing the event log', async () => {
		await stage.reception.listen(answer);
		await stage.reception.makeTables();
	});
	const played = await steps.run(
		`Sending ${events} events`,
		async (log) => await play(stage, { events, kill, ask: true, log, signal }),
	);
	if (signal.aborted) return 1;
	say(`\n${report(played, options)}\n`);
	return holds(played, options) ? 0 : 1;
}
