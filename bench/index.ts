import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { format } from 'prettier';

import { exported } from '../build/exported';
import manifest from '../package.json';
import { ensureN8n, type N8nInstallation } from '../runtime/install';
import { packPackage } from '../runtime/pack';
import { run } from '../runtime/plain/processes.cjs';
import { VENDORS } from '../vendors';
import { measureBulk } from './bulk/measureBulk';
import { measureLive } from './live/measureLive';
import { measureLoad } from './load';
import { type BenchOptions, parseOptions, USAGE } from './options';
import { busyNow, performancePage } from './page';
import { prepareProbes } from './probe';
import { measureScale } from './queue/scale';
import { callTable, loadTable, type VendorFigures } from './report';
import type { Sample } from './samples/sample';
import { onfleet, onfleetTrigger, ownPackage, ownTrigger } from './subjects';
import { table } from './table';
import { measureWebhook } from './webhook';

const TOP = join(__dirname, '..');
const PAGE = join('docs', 'performance.md');
const SHORT_PAGE = join('reports', 'performance.md');

const say = (line: string): void => console.log(line);

/**
 * The whole of `npm run bench`: writes the page with all figures, or one beside with those of the short
 * form. Throws what can be shown as it is, where it could not measure.
 */
export async function bench(args: readonly string[]): Promise<void> {
	const options = parseOptions(args);
	if (options.help) return say(USAGE);
	const folder = await mkdtemp(join(tmpdir(), 'lastmile-bench-'));
	try {
		const n8n = await ensureN8n();
		const busyBefore = busyNow();
		const single = await measureSingle(n8n, folder, options);
		const whole = await measureWhole(n8n, folder, options);
		const versions = await versionsOf(n8n);
		const today = new Date().toISOString().slice(0, 10);
		const page = performancePage({ ...single, ...whole, versions, busyBefore }, today);
		const file = options.short ? SHORT_PAGE : PAGE;
		await mkdir(dirname(join(TOP, file)), { recursive: true });
		await writeFile(join(TOP, file), await format(page, { parser: 'markdown' }));
		say(`${file} has all figures.`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** What needs no n8n that runs: loading, and single calls of triggers. */
async function measureSingle(n8n: N8nInstallation, folder: string, options: BenchOptions) {
	const own = await ownPackage(folder);
	const rival = onfleet(n8n);
	const packages = [own, rival];
	const probes = await prepareProbes(n8n, folder);

	say('Measuring how long the nodes take to load …');
	const load = await measureLoad(probes, packages, options.loads);
	say(`${table(loadTable(packages, load))}\n`);
	say('Measuring webhook calls …');
	const calls: VendorFigures[] = [];
	for (const vendor of VENDORS) {
		const sample = exported<Sample>(`./bench/samples/${vendor.slug}`, 'sample');
		const { item, onfleetItem } = sample;
		const triggers = [ownTrigger(own, vendor, item)];
		if (onfleetItem) triggers.push(onfleetTrigger(rival, onfleetItem));
		const bodies = await measureWebhook(probes, triggers, options.calls, sample);
		calls.push({ vendor: vendor.name, bodies });
	}
	say(`${table(callTable(calls))}\n`);
	return { packages, load, calls };
}

/** What a real n8n does, with the sandbox in the place of the services. */
async function measureWhole(n8n: N8nInstallation, folder: string, options: BenchOptions) {
	const { live, counts, scale, queue } = options;
	const tarball = await packPackage({ outDir: folder });
	return {
		live: await measureLive(n8n, tarball, live, say),
		bulk: await measureBulk(n8n, tarball, counts, say),
		scale: queue ? await measureScale(n8n, scale, say) : [],
	};
}

async function versionsOf({ dir, nodeBinary }: N8nInstallation): Promise<Record<string, string>> {
	const text = await readFile(join(dir, 'node_modules', 'n8n', 'package.json'), 'utf8');
	const { version } = JSON.parse(text) as { version: string };
	const node = (await run(nodeBinary, ['--version'])).output.trim();
	return { n8n: version, [manifest.name]: manifest.version, 'Node.js of n8n': node };
}
