import { ensureN8n } from '../../runtime/install';
import { ensureBuilt } from '../../runtime/pack';
import { messageOf } from '../../runtime/plain/errors.cjs';
import { startQueue } from '../../runtime/queue';
import { Shutdown } from '../../scripts/lib/shutdown';
import { Steps } from '../../scripts/lib/steps';
import { parseOptions, type QueueRunOptions, USAGE } from './options';
import { play } from './play';
import { publish } from './publish';
import { insertReceiver, type Receiver } from './receiver';
import { holds, report } from './report';

/** What a shell takes for Ctrl-C. */
const INTERRUPTED = 130;

const say = (line: string): void => console.log(line);

/**
 * The whole of `npm run queue`, until its figures are printed or Ctrl-C: how many of the events that
 * n8n in queue mode has answered 200 are kept when its processes are killed. Throws what can be shown
 * as it is, where the options are wrong.
 */
export async function queue(
	args: readonly string[],
	receiver: Receiver = insertReceiver,
): Promise<void> {
	const options = parseOptions(args);
	if (options.help) return say(USAGE);
	const shutdown = new Shutdown(say);
	const code = await run(options, receiver, shutdown).catch((error: unknown) => {
		// What is cut short by the end throws too; that is nothing to report.
		if (!shutdown.signal.aborted) console.error(`\n${messageOf(error)}`);
		return 1;
	});
	const interrupted = shutdown.signal.aborted;
	await shutdown.end(code);
	process.exit(interrupted ? INTERRUPTED : code);
}

async function run(
	options: QueueRunOptions,
	receiver: Receiver,
	shutdown: Shutdown,
): Promise<number> {
	const { signal } = shutdown;
	const steps = new Steps(5, say);
	await steps.run('Building the package', async () => await ensureBuilt());
	const installation = await steps.run('Getting n8n', async (log) => await ensureN8n({ log }));
	const stage = await steps.run('Starting n8n in queue mode', async (log) => {
		const starting = startQueue({ installation, log, signal });
		shutdown.add(
			async () =>
				await starting.then(
					(started) => started.stop(),
					() => {},
				),
		);
		return await starting;
	});
	const urlsOf = await steps.run(
		`Publishing the workflow “${receiver.file.name}”`,
		async () => await publish(stage, receiver, options.answer),
	);
	const { events, kill } = options;
	const played = await steps.run(
		`Sending ${events} events, each until it is answered 200`,
		async (log) => await play(stage, { receiver, urlsOf }, { events, kill, log, signal }),
	);
	if (signal.aborted) return 1;
	say(`\n${report(played, options)}\n`);
	return holds(played, options) ? 0 : 1;
}
