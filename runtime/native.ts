import { UserError } from './plain/errors.cjs';
import { npm, npmEnv } from './plain/npm.cjs';
import { run } from './plain/processes.cjs';

/** n8n's compiled parts; npm ran without install scripts, so they may still be missing. */
const MODULES = ['sqlite3', 'isolated-vm'] as const;

/**
 * Makes n8n's compiled parts loadable under `node`. Takes the prebuilt files where there are
 * some, else compiles (about 2 minutes). Throws a UserError naming the tools that are needed.
 */
export async function buildNative(dir: string, node: string): Promise<void> {
	for (const name of MODULES) {
		if (await loads(dir, node, name)) continue;
		const failed = await npm(['rebuild', name, '--ignore-scripts=false'], { cwd: dir, node }).then(
			() => undefined,
			(error: unknown) => error,
		);
		if (await loads(dir, node, name)) continue;
		const detail = failed instanceof Error ? `\n${failed.message}` : '';
		throw new UserError(
			`The part ${name} could not be built. It needs Python 3, make and a C++ compiler (on Debian: apt install python3 make g++). Install them and run the command again.${detail}`,
		);
	}
}

async function loads(dir: string, node: string, name: string): Promise<boolean> {
	const result = await run(node, ['-p', `typeof require(${JSON.stringify(name)})`], {
		cwd: dir,
		env: npmEnv(node),
	}).catch(() => ({ code: 1 }));
	return result.code === 0;
}
