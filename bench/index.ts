import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureN8n } from '../runtime/install';
import { detrackBodies, radaroBodies, readyCloudBodies, routigoBodies } from './bodies';
import { measureLoad } from './load';
import { parseOptions, USAGE } from './options';
import { prepareProbes } from './probe';
import { report } from './report';
import { onfleet, ownPackage } from './subjects';
import { measureWebhook } from './webhook';

/**
 * The whole of `npm run bench`: prints figures and never fails for one that misses its target.
 * Throws what can be shown as it is, where it could not measure.
 */
export async function bench(args: readonly string[]): Promise<void> {
	const options = parseOptions(args);
	if (options.help) return console.log(USAGE);
	const folder = await mkdtemp(join(tmpdir(), 'lastmile-bench-'));
	try {
		const n8n = await ensureN8n();
		const own = await ownPackage(folder);
		const subjects = [own.radaro, onfleet(n8n)] as const;
		const probes = await prepareProbes(n8n, folder);

		console.log('Measuring how long the nodes take to load …');
		const load = await measureLoad(probes, subjects, options.loads);
		console.log('Measuring webhook calls …');
		const webhook = [
			...(await measureWebhook(probes, subjects, options.calls, radaroBodies())),
			...(await measureWebhook(probes, [own.detrack], options.calls, detrackBodies())),
			...(await measureWebhook(probes, [own.routigo], options.calls, routigoBodies())),
			...(await measureWebhook(probes, [own.readyCloud], options.calls, readyCloudBodies())),
		];
		console.log(`\n${report(subjects, load, webhook)}`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
