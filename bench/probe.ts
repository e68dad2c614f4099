import { delimiter, dirname, join } from 'node:path';

import { build } from 'esbuild';

import type { N8nInstallation } from '../runtime/install';
import { UserError } from '../runtime/plain/errors.cjs';
import { run, type RunResult } from '../runtime/plain/processes.cjs';

const TIMEOUT_MS = 300_000;

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
			const result = await run(n8n.nodeBinary, args, { env, timeoutMs: TIMEOUT_MS, cwd: folder });
			if (result.code === 0) return JSON.parse(result.stdout);
			throw new UserError(`The measurement “${name}” could not run. ${reasonOf(result)}`);
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

/** What the process wrote last, which is where Node puts the error. */
function reasonOf({ code, timedOut, output }: RunResult): string {
	if (timedOut) return `It took longer than ${TIMEOUT_MS / 1000} s.`;
	const lines = output.trim().split('\n').slice(-15).join('\n');
	return lines === '' ? `It ended with ${code ?? 'a signal'}.` : `It said:\n${lines}`;
}
