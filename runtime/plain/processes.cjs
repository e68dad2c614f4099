// Plain JavaScript with Node built-ins only: it also runs before anything is installed.
const { spawn } = require('node:child_process');

const OUTPUT_LIMIT = 100_000;

const children = new Set();
let watching = false;

function guard(child) {
	watch();
	children.add(child);
	child.once('exit', () => children.delete(child));
}

function signalGroup(child, signal) {
	if (child.pid === undefined) return;
	try {
		if (process.platform === 'win32') child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch {
		// Not a group leader, or gone already.
		child.kill(signal);
	}
}

function watch() {
	if (watching) return;
	watching = true;
	process.once('exit', () => children.forEach((child) => signalGroup(child, 'SIGKILL')));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => {
			// A command that shuts down in its own order has its own listener; leave it to that.
			if (process.listenerCount(signal) > 1) return;
			process.exit(signal === 'SIGINT' ? 130 : 143);
		});
	}
}

async function run(command, args, { cwd, env, timeoutMs, endAt, shown = false } = {}) {
	const windows = process.platform === 'win32';
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd,
			env,
			timeout: timeoutMs,
			// Windows starts a .cmd file, which npm is there, only by its shell.
			shell: windows && command.endsWith('.cmd'),
			// What is shown stays in the terminal's group, so that Ctrl-C reaches it as well.
			detached: !windows && !shown,
			stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
		});
		if (!shown) guard(child);
		let stdout = '';
		let output = '';
		const add = (chunk) => {
			output = (output + chunk).slice(-OUTPUT_LIMIT);
			if (endAt?.test(output)) signalGroup(child, 'SIGKILL');
		};
		child.stdout?.on('data', (chunk) => {
			stdout = (stdout + chunk).slice(-OUTPUT_LIMIT);
			add(chunk);
		});
		child.stderr?.on('data', add);
		child.once('error', reject);
		child.once('close', (code) => resolve({ code, timedOut: child.killed, stdout, output }));
	});
}

module.exports = { guard, run, signalGroup };
