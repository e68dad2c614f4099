import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { type Demo, provision } from '../runtime/demo';
import { lastFailures } from '../runtime/demo/failures';
import { N8nSwitch } from '../runtime/demo/n8nSwitch';
import { ensureN8n } from '../runtime/install';
import { startN8n } from '../runtime/n8n';
import { packPackage } from '../runtime/pack';
import { messageOf, UserError } from '../runtime/plain/errors.cjs';
import { withLock } from '../runtime/plain/lock.cjs';
import { portProblems } from '../runtime/plain/machine/checks.cjs';
import { thisMachine } from '../runtime/plain/machine/thisMachine.cjs';
import { demoHome } from '../runtime/plain/places.cjs';
import { DEMO_LOGIN, type Row } from '../runtime/rest';
import { startSandbox } from '../sandbox';
import { parseOptions, portsOf, RUNNING, type StartOptions } from './lib/options.cjs';
import { Shutdown } from './lib/shutdown';
import { Steps } from './lib/steps';

const say = (line: string): void => console.log(line);

/** The whole of `npm start` on a machine that has what it needs, until Ctrl-C. */
export async function start(args: readonly string[]): Promise<void> {
	const options = parseOptions(args);
	const home = demoHome();
	const shutdown = new Shutdown(say);
	const code = await withLock(
		`${home}.lock`,
		async () => await Promise.race([run(options, home, shutdown), shutdown.ended]),
		() => {
			throw new UserError(RUNNING);
		},
	).catch(async (error: unknown) => {
		// What is cut short by the end throws too; that is nothing to report.
		if (!shutdown.signal.aborted) console.error(`\n${messageOf(error)}`);
		return await shutdown.end(1);
	});
	if (code === 0) say('Stopped.');
	process.exit(code);
}

async function run(options: StartOptions, home: string, shutdown: Shutdown): Promise<number> {
	const { n8nPort, sandboxPort, smtpPort } = options;
	if (options.fresh) rmSync(home, { recursive: true, force: true });
	mkdirSync(home, { recursive: true });

	const steps = new Steps(4, say);
	const tarball = await steps.run('Building the package', async () => {
		return await packPackage({ outDir: join(home, 'package') });
	});
	const installation = await steps.run('Getting n8n', async (log) => await ensureN8n({ log }));

	// They were free before; that may be minutes ago.
	for (const { what, mend } of await portProblems({ ports: portsOf(options) }, thisMachine())) {
		throw new UserError(`${what} ${mend}`);
	}
	const editor = `http://127.0.0.1:${n8nPort}`;
	const n8nSwitch = new N8nSwitch();
	// The page is there before the table that it shows, and keeps what it shows while n8n is stopped.
	let demo: Demo | null = null;
	let rows: Row[] = [];
	const startServices = async () => {
		const started = await startSandbox({
			port: sandboxPort,
			smtpPort,
			stateFile: join(home, 'sandbox.json'),
			rows: async () => {
				if (demo && n8nSwitch.isRunning) rows = await demo.rest.listRows(demo.tableId);
				return rows;
			},
			n8n: n8nSwitch,
			links: [{ label: 'n8n', url: editor }],
		});
		shutdown.add(async () => await started.close());
		return started;
	};

	const logFile = join(home, 'n8n.log');
	const log = createWriteStream(logFile).on('error', (error) => {
		say(`\n${messageOf(error)}`);
		void shutdown.end(1);
	});
	const startEditor = async () => {
		const starting = startN8n({
			installation,
			userFolder: join(home, 'n8n'),
			port: n8nPort,
			tarballs: [tarball],
			// What n8n consists of is compiled once for all starts.
			env: { NODE_COMPILE_CACHE: join(home, 'compiled') },
			timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
			signal: shutdown.signal,
			onLog: (text) => log.write(text),
			onCrash: (code) => {
				const problem = `n8n ended by itself (code ${code ?? 'none'}). Its log is ${logFile}.`;
				say(`\n${problem}`);
				if (n8nSwitch.isRunning) n8nSwitch.ended(problem);
				else void shutdown.end(1);
			},
		});
		shutdown.add(
			async () =>
				await starting.then(
					(started) => started.stop(),
					() => {},
				),
		);
		return await starting;
	};
	// n8n takes seconds, in which the sandbox starts along with it.
	const [n8n, sandbox] = await steps.run('Starting n8n and the sandbox', async () => {
		return await Promise.all([startEditor(), startServices()]);
	});

	demo = await steps.run('Setting up the demo', async () => await provision(n8n, sandbox, home));
	const { rest, workflowId, workflowIds } = demo;
	n8nSwitch.connect(n8n, { url: `${editor}/workflow/${workflowId}`, ...DEMO_LOGIN }, async () => {
		return await lastFailures(rest, workflowIds, editor);
	});
	say(`\nReady after ${steps.elapsed()}.\n`);
	say(summary(editor, sandbox.url, demo));
	return await shutdown.ended;
}

function summary(
	editor: string,
	sandbox: string,
	{ workflowId, templates, elsewhere }: Demo,
): string {
	return [
		`  Sandbox             ${sandbox}`,
		`  n8n                 ${editor}/workflow/${workflowId}`,
		`    e-mail            ${DEMO_LOGIN.email}`,
		`    password          ${DEMO_LOGIN.password}`,
		...elsewhere.map(
			(name) =>
				`  ${name} does not call the demo, as you have entered another address, or none. In its column, “Back to the demo’s address” changes that.`,
		),
		'',
		'What to do next:',
		'  1. Open the sandbox and press “Play”: jobs go through all four services, from first to last.',
		'     Or press “Create job” in one of them, and the next steps on its card.',
		'  2. Watch rows, mails and ERP records arrive on the same page.',
		'  3. Press “Stop n8n” there, play on, and start it again: nothing is missing.',
		'  4. Open n8n with the login above: the Executions tab of “Event log: receive” shows each event.',
		`     ${templates} templates for sheets, mails and ERPs are there, too, to be filled in.`,
		'  Ctrl-C in this window ends everything. What you made is kept; --fresh forgets it.',
	].join('\n');
}
