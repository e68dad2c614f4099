import type { N8nInstallation } from '../../runtime/install';
import { messageOf } from '../../runtime/plain/errors.cjs';
import type { Log } from '../../runtime/progress';
import { BulkStage, type WayFigure } from './stage';
import { BULK_WORK } from './work';

/** One way to do some work, for so many jobs. Without figures where n8n failed at it. */
export interface BulkFigure extends Partial<WayFigure> {
	work: string;
	way: string;
	count: number;
}

/**
 * Has all ways do their work in one n8n, in turn, so that all see the same noise.
 *
 * @param counts for how many jobs, the smallest number first
 */
export async function measureBulk(
	installation: N8nInstallation,
	tarball: string,
	counts: readonly number[],
	log: Log,
): Promise<BulkFigure[]> {
	const stage = await BulkStage.open(installation, tarball);
	const figures: BulkFigure[] = [];
	try {
		// The first time is not counted: it brings the code of all nodes into the engine.
		for (const [round, count] of [10, ...counts].entries()) {
			for (const { name, vendor, items, ways } of BULK_WORK) {
				for (const [way, nodes] of ways(stage.sandbox.url)) {
					const title = `${name}, ${way}, ${count}`;
					try {
						await stage.reset();
						if (!items) await stage.seed(vendor, count);
						const call = await stage.publish(nodes);
						const given = items?.(count, `J${count}`) ?? [{}];
						const figure = await stage.measure(vendor, call, given);
						if (round === 0) continue;
						figures.push({ work: name, way, count, ...figure });
						log(`${title}: ${figure.seconds.toFixed(1)} s`);
					} catch (error) {
						// The minutes that all others have taken are not lost with one of them.
						figures.push({ work: name, way, count });
						log(`${title}: failed. ${messageOf(error)}`);
					}
				}
			}
		}
	} finally {
		await stage.close();
	}
	return figures;
}
