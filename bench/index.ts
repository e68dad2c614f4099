import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exported } from '../build/exported';
import { ensureN8n } from '../runtime/install';
import { VENDORS } from '../vendors';
import { measureLoad } from './load';
import { parseOptions, USAGE } from './options';
import { prepareProbes } from './probe';
import { report, type VendorFigures } from './report';
import type { Sample } from './samples/sample';
import { onfleet, onfleetTrigger, ownPackage, ownTrigger } from './subjects';
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
		const rival = onfleet(n8n);
		const probes = await prepareProbes(n8n, folder);

		console.log('Measuring how long the nodes take to load …');
		const load = await measureLoad(probes, [own, rival], options.loads);
		console.log('Measuring webhook calls …');
		const webhook: VendorFigures[] = [];
		for (const vendor of VENDORS) {
			const sample = exported<Sample>(`./bench/samples/${vendor.slug}`, 'sample');
			const { item, onfleetItem, targetP99 } = sample;
			const triggers = [ownTrigger(own, vendor, item)];
			if (onfleetItem) triggers.push(onfleetTrigger(rival, onfleetItem));
			const bodies = await measureWebhook(probes, triggers, options.calls, sample);
			webhook.push({ vendor: vendor.name, targetP99, bodies });
		}
		console.log(`\n${report([own, rival], load, webhook)}`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
