import { execFile } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { messageOf, UserError } from '../runtime/errors';
import type { N8nInstallation } from '../runtime/install';

const execute = promisify(execFile);
const TIMEOUT_MS = 60_000;

type ProbeName = 'load' | 'webhook';

export interface Probes {
	/** A file of n8n itself: what is required from there resolves as it does for n8n. */
	n8nFile: string;
	/** Runs a probe in a fresh process on n8n's Node and gives what it wrote, as parsed JSON. */
	run(name: ProbeName, input: unknown): Promise<unknown>;
}

/** Compiles the probes, so that no TypeScript loader sits in the processes that are measured. */
export async function prepareProbes(n8n: N8nInstallation, folder: string): Promise<Probes> {
	await build({
		entryPoints: (['load', 'webhook'] satisfies ProbeName[]).map((name) =>
			join(__dirname, 'probes', `${name}.ts`),
		),
		outdir: folder,
		outExtension: { '.js': '.cjs' },
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node24',
	});
	const env = environment(n8n);
	return {
		n8nFile: n8n.n8nBinary,
		run: async (name, input) => {
			const args = [join(folder, `${name}.cjs`), JSON.stringify(input)];
			const options = { env, timeout: TIMEOUT_MS, cwd: folder };
			try {
				return JSON.parse((await execute(n8n.nodeBinary, args, options)).stdout);
			} catch (error) {
				throw new UserError(`The measurement “${name}” could not run. ${reasonOf(error)}`);
			}
		},
	};
}

/** As n8n's process has it: NODE_PATH is how n8n gives its own modules to community packages. */
function environment(n8n: N8nInstallation): NodeJS.ProcessEnv {
	const own = join(dirname(dirname(n8n.n8nBinary)), 'node_modules');
	return {
		...process.env,
		NODE_PATH: [own, join(n8n.dir, 'node_modules')].join(delimiter),
		// Whatever is set here for this process would be measured with.
		NODE_OPTIONS: undefined,
		NODE_COMPILE_CACHE: undefined,
		NODE_V8_COVERAGE: undefined,
	};
}

/** What the process said last, which is where Node puts the error; not the long command line. */
function reasonOf(error: unknown): string {
	if (error instanceof Error && 'killed' in error && error.killed === true) {
		return `It took longer than ${TIMEOUT_MS / 1000} s.`;
	}
	const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
	return said === '' ? messageOf(error) : `It said:\n${said.split('\n').slice(-15).join('\n')}`;
}
