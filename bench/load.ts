import { z } from 'zod';

import type { Probes } from './probe';
import type { LoadInput } from './probes/load';
import { median } from './statistics';
import type { PackageFiles } from './subjects';

const figureSchema = z.object({
	ms: z.number(),
	modules: z.number(),
	/** What of it stays in memory. */
	heapBytes: z.number(),
	/** The descriptions of all nodes as JSON, which the editor reads. */
	descriptionBytes: z.number(),
});

/** Medians. n8n-workflow and zod are loaded before, as in n8n. */
export type LoadFigure = z.infer<typeof figureSchema>;

/** Figures in the order of the packages, which take turns so that all see the same noise. */
export async function measureLoad(
	probes: Probes,
	packages: readonly PackageFiles[],
	runs: number,
): Promise<LoadFigure[]> {
	const seen = packages.map(() => new Array<z.infer<typeof figureSchema>>());
	// The first round only brings the files into the system's cache.
	for (let round = 0; round <= runs; round++) {
		for (const [index, { dir, files }] of packages.entries()) {
			const input: LoadInput = { n8nFile: probes.n8nFile, dir, files };
			const figure = figureSchema.parse(await probes.run('load', input));
			if (round > 0) seen[index]?.push(figure);
		}
	}
	return seen.map((figures) => {
		const of = (key: keyof z.infer<typeof figureSchema>): number =>
			median(figures.map((figure) => figure[key]));
		return {
			ms: of('ms'),
			modules: of('modules'),
			heapBytes: of('heapBytes'),
			descriptionBytes: of('descriptionBytes'),
		};
	});
}
