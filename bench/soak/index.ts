import { ensureN8n } from '../../runtime/install';
import { ensureBuilt } from '../../runtime/pack';
import { messageOf } from '../../runtime/plain/errors.cjs';
import { Shutdown } from '../../scripts/lib/shutdown';
import { Steps } from '../../scripts/lib/steps';
import { parseOptions, USAGE } from './options';
import { holds, report } from './report';
import { soak } from './soak';

/** What a shell takes for Ctrl-C. */
const INTERRUPTED = 130;

const say = (line: string): void => console.log(line);

/**
 * The whole of `npm run soak`, until its figures are printed or Ctrl-C: whether memory or handles pile
 * up in an n8n that receives events. Throws what can be shown as it is, where the options are wrong.
 */
export async function runSoak(args: readonly string[]): Promise<void> {
	const { minutes, help } = parseOptions(args);
	if (help) return say(USAGE);
	const shutdown = new Shutdown(say);
	const { signal } = shutdown;
	const steps = new Steps(3, say);
	const running = (async (): Promise<number> => {
		await steps.run('Building the package', async () => await ensureBuilt());
		await steps.run('Getting n8n', async (log) => await ensureN8n({ log }));
		const soaked = await steps.run(
			`Sending events for ${minutes} minutes`,
			async (log) => await soak({ minutes, log, signal }),
		);
		if (signal.aborted) return 1;
		say(`\n${report(soaked)}\n`);
		return holds(soaked) ? 0 : 1;
	})().catch((error: unknown) => {
		// What is cut short by the end throws too; that is nothing to report.
		if (!signal.aborted) console.error(`\n${messageOf(error)}`);
		return 1;
	});
	shutdown.add(async () => void (await running));
	const code = await Promise.race([running, shutdown.ended]);
	const interrupted = signal.aborted;
	await shutdown.end(code);
	process.exit(interrupted ? INTERRUPTED : code);
}
