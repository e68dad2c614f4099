import type { LoadFigure } from './load';
import type { PackageFiles } from './subjects';
import { megabytes, number, ratio } from './table';
import type { BodyFigures } from './webhook';

/** The figures for the calls of one vendor. */
export interface VendorFigures {
	/** As users write it. */
	vendor: string;
	/** The first of each body's figures are this package's, the second, if any, those of Onfleet Trigger. */
	bodies: BodyFigures[];
}

/** What a call takes of each trigger, by the size of its body. */
export function callTable(webhook: readonly VendorFigures[]): string[][] {
	return [
		['Trigger', 'kB', 'p50, µs', 'p99, µs', 'of JSON.parse', 'Onfleet Trigger, p50, µs'],
		...webhook.flatMap(({ vendor, bodies }) =>
			bodies.map(({ bytes, figures: [own, onfleet] }) => [
				vendor,
				number(bytes / 1000),
				number(own?.p50),
				number(own?.p99),
				ratio(own?.p50, own?.parse),
				number(onfleet?.p50),
			]),
		),
	];
}

/** What loading takes of each package. */
export function loadTable(
	packages: readonly PackageFiles[],
	load: readonly LoadFigure[],
): string[][] {
	return [
		['', 'Nodes', 'ms', 'ms a node', 'Modules', 'Heap, MB', 'Descriptions, kB'],
		...load.map((figure, index) => {
			const { name, files } = packages[index] ?? { name: '', files: [] };
			const nodes = files.filter((file) => file.endsWith('.node.js')).length;
			return [
				name,
				String(nodes),
				number(figure.ms),
				number(figure.ms / nodes),
				String(figure.modules),
				megabytes(figure.heapBytes),
				number(figure.descriptionBytes / 1000),
			];
		}),
	];
}
